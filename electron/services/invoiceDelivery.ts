import type { HandlersOf } from '../../shared/contract/index.ts'
import type { InvoiceDeliveryShown } from '../../shared/contract/invoiceDelivery.ts'
import { maskEmail } from '../../shared/domain/masking.ts'
import { localeOf } from '../../shared/domain/zoneLocale.ts'
import { success } from '../../shared/result.ts'
import type { Account, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { findLegalText } from '../cache/queries/legalTexts.ts'
import type { ReadableDb } from '../cache/db.ts'
import { askedDelivery } from '../filings/askedDelivery.ts'
import type { Counter } from '../session/counter.ts'
import { masking } from '../session/person.ts'
import type { AccountAccess } from './accountAccess.ts'
import { describeFiled } from './filedRequests.ts'
import { describeLegalText } from './privacyNotice.ts'

interface InvoiceDeliveryParts {
  db: ReadableDb
  counter: Pick<Counter, 'current'>
  accounts: AccountAccess
}

/** Whether the invoices of an account come on paper or by e-mail, and what there is to agree to; another way is filed with the other requests. */
export function createInvoiceDeliveryService({ db, counter, accounts }: InvoiceDeliveryParts) {
  const emailOf = ({ id, email }: Account): string | null => {
    if (!email) return null
    return masking(counter.current().person, id) === 'masked' ? maskEmail(email) : email
  }

  return {
    'invoiceDelivery.show': ({ accountId, language }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { account, zone, header } = opened.value
      return success({
        account: header,
        delivery: account.invoiceDelivery,
        email: emailOf(account),
        consent: consentFor(db, zone, language),
        asked: askedOf(db, account),
      })
    },
  } satisfies HandlersOf<'invoiceDelivery'>
}

function consentFor(db: ReadableDb, zone: Zone, language: string): InvoiceDeliveryShown['consent'] {
  const text = findLegalText(db, { kind: 'eInvoiceConsent', locales: [language, localeOf(zone)], zoneId: zone.id })
  return text && describeLegalText(text)
}

function askedOf(db: ReadableDb, account: Account): InvoiceDeliveryShown['asked'] {
  const asked = askedDelivery(db, account)
  if (!asked) return null
  const { folio, filedAt, state } = describeFiled(db, asked.command)
  return { delivery: asked.delivery, folio, at: filedAt, state }
}
