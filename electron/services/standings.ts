import type { InvoiceStanding, InvoiceSummary } from '../../shared/contract/account.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { significantCharacters } from '../../shared/domain/invoiceNumber.ts'
import { standingOf } from '../../shared/domain/invoiceStanding.ts'
import type { KnownInvoice } from '../../shared/domain/owed.ts'
import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { paidDays } from '../cache/queries/payments.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'

/** How invoices of an account stand now, where its zone is. */
export interface Standings {
  today: string
  of(invoice: KnownInvoice): InvoiceStanding
  /** An invoice as lists show it. */
  summarise(invoice: KnownInvoice): InvoiceSummary
}

export function readStandings({ db, clock }: { db: ReadableDb; clock: Clock }, accountId: string, zone: Pick<Zone, 'timeZone'>): Standings {
  const today = businessDate(clock.now(), zone.timeZone)
  const paid = paidDays(db, accountId)
  const of = (invoice: KnownInvoice): InvoiceStanding => standingOf(invoice, today, paid.get(significantCharacters(invoice.number)) ?? null)
  return {
    today,
    of,
    summarise(invoice) {
      const { id, number, issuedOn, dueOn, periodStart, periodEnd, total, balance, status } = invoice
      return { id, number, issuedOn, dueOn, periodStart, periodEnd, total, balance, status, standing: of(invoice) }
    },
  }
}
