import type { HandlersOf } from '../../shared/contract/index.ts'
import type { InvoiceDeliveryShown } from '../../shared/contract/invoiceDelivery.ts'
import { maskEmail } from '../../shared/domain/masking.ts'
import { localeOf } from '../../shared/domain/zoneLocale.ts'
import { success } from '../../shared/result.ts'
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
  function byEmail({ account, zone, db }: OpenedAccount, language: string): Pick<InvoiceDeliveryShown, 'byEmail' | 'instead'> {
    const text = findLegalText(db, { kind: 'eInvoiceConsent', locales: [language, localeOf(zone)], zoneId: zone.id })
    if (text === null) return { byEmail: null, instead: 'counter' }
    const known = knownEmail(account)
    const inFull = masking(counter.current().person, account.id) === 'full'
    // Whoever found a bill would have the next ones sent to themselves.
    if (known === null && !inFull) return { byEmail: null, instead: 'signIn' }
    const address = known === null || inFull ? known : maskEmail(known)
    return { byEmail: { address, consent: describeLegalText(text) }, instead: null }
  }

  return {
    'invoiceDelivery.show': ({ accountId, language }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { account, header, db } = opened.value
      return success({
        account: header,
        delivery: account.invoiceDelivery,
        ...byEmail(opened.value, language),
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
