import type { HandlersOf } from '../../shared/contract/index.ts'
import type { InvoiceDeliveryShown } from '../../shared/contract/invoiceDelivery.ts'
import { maskEmail } from '../../shared/domain/masking.ts'
import { localeOf } from '../../shared/domain/zoneLocale.ts'
import { success } from '../../shared/result.ts'
import type { Account } from '../../shared/utility-api/generated/types.gen.ts'
import { findLegalText } from '../cache/queries/legalTexts.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { askedDelivery } from '../filings/askedDelivery.ts'
import { knownEmail } from '../filings/knownEmail.ts'
import type { Counter } from '../session/counter.ts'
import { masking } from '../session/person.ts'
import type { AccountAccess, OpenedAccount } from './accountAccess.ts'
import { describeFiled } from './filedRequests.ts'
import { describeLegalText } from './privacyNotice.ts'

interface InvoiceDeliveryParts {
  clock: Clock
  counter: Pick<Counter, 'current'>
  accounts: AccountAccess
}

/** Whether the invoices of an account come on paper or by e-mail, and what there is to agree to; another way is filed with the other requests. */
export function createInvoiceDeliveryService({ clock, counter, accounts }: InvoiceDeliveryParts) {
  const shownAddress = ({ id }: Account, email: string): string => (masking(counter.current().person, id) === 'masked' ? maskEmail(email) : email)

  function byEmail({ account, zone, db }: OpenedAccount, language: string): InvoiceDeliveryShown['byEmail'] {
    const email = knownEmail(account)
    const consent = findLegalText(db, { kind: 'eInvoiceConsent', locales: [language, localeOf(zone)], zoneId: zone.id })
    return email === null || consent === null ? null : { address: shownAddress(account, email), consent: describeLegalText(consent) }
  }

  return {
    'invoiceDelivery.show': ({ accountId, language }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { account, header, db } = opened.value
      return success({
        account: header,
        delivery: account.invoiceDelivery,
        byEmail: byEmail(opened.value, language),
        asked: describeAsked(db, askedDelivery(db, account, clock.now())),
      })
    },
  } satisfies HandlersOf<'invoiceDelivery'>
}

function describeAsked(db: ReadableDb, asked: ReturnType<typeof askedDelivery>): InvoiceDeliveryShown['asked'] {
  if (!asked) return null
  const { folio, filedAt, state } = describeFiled(db, asked.command)
  return { delivery: asked.delivery, folio, at: filedAt, state }
}
