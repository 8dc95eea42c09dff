import type { PaymentStanding } from '../../../shared/contract/payments.ts'
import { significantCharacters } from '../../../shared/domain/invoiceNumber.ts'
import type { KnownInvoice } from '../../../shared/domain/owed.ts'
import { paymentStandings, type KnownPayment } from '../../../shared/domain/paymentStanding.ts'
import { paidAt, type PaidAt } from '../../../shared/domain/payWay.ts'
import { listBanks } from '../../cache/queries/banks.ts'
import { listInvoices } from '../../cache/queries/invoices.ts'
import { listPayments } from '../../cache/queries/payments.ts'
import type { ReadableDb } from '../../cache/db.ts'

/** A payment with what is known of it here: the same for the screen and for its proof. */
export interface PaymentRecord {
  payment: KnownPayment
  paidAt: PaidAt
  /** Null where the utility gives none. */
  reference: string | null
  standing: PaymentStanding
  /** Each once; null where no invoice of this number is known here. */
  invoices: { number: string; known: KnownInvoice | null }[]
}

/** The payments of an account that are wanted, newest first: of those alone the invoices are looked up. */
export function readPayments(
  db: ReadableDb,
  account: { id: string; zoneId: string },
  wanted: (newestFirst: KnownPayment[]) => KnownPayment[],
): PaymentRecord[] {
  const payments = listPayments(db, account.id)
  const banks = listBanks(db, account.zoneId)
  const invoices = new Map(listInvoices(db, account.id).map((invoice) => [significantCharacters(invoice.number), invoice]))
  const standings = paymentStandings(payments)
  return wanted(payments).map((payment) => ({
    payment,
    paidAt: paidAt(payment.channel, banks),
    reference: payment.reference?.trim() || null,
    standing: standings.get(payment.id) ?? { kind: 'recorded' },
    invoices: paidInvoices(payment, invoices),
  }))
}

function paidInvoices({ invoiceNumbers = [] }: KnownPayment, invoices: ReadonlyMap<string, KnownInvoice>): PaymentRecord['invoices'] {
  const numbers = new Map(invoiceNumbers.filter((number) => number.trim() !== '').map((number) => [significantCharacters(number), number.trim()]))
  return Array.from(numbers, ([key, number]) => {
    const known = invoices.get(key) ?? null
    return { number: known?.number ?? number, known }
  })
}
