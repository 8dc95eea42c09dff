import type { OnlinePaymentState } from '../../shared/contract/onlinePayments.ts'
import { significantCharacters } from '../../shared/domain/invoiceNumber.ts'
import { isOwed, totalOwed } from '../../shared/domain/owed.ts'
import type { Payment } from '../../shared/utility-api/generated/types.gen.ts'
import { asFolio } from '../api/delivery.ts'
import type { AccountReaders } from '../cache/accountReaders.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { isOpened, onlinePaymentsOf, type OpenedPayment, type PaidFor } from '../cache/queries/onlinePayments.ts'
import { listPayments } from '../cache/queries/payments.ts'
import type { UtilityTime } from './utilityTime.ts'

export interface StandingParts {
  readers: Pick<AccountReaders, 'of'>
  time: Pick<UtilityTime, 'hasPassed'>
}

/**
 * How a payment stands now. One whose time has passed is expired before the utility says so, and one that no longer agrees with what is owed is
 * withdrawn: nobody may pay by either. Both may still turn out to be paid.
 */
export function stateNow(payment: OpenedPayment, { readers, time }: StandingParts): OnlinePaymentState {
  if (payment.state !== 'pending') return payment.state
  if (time.hasPassed(payment.expiresAt)) return 'expired'
  return agreesWithAccount(readers.of(payment.accountId), payment) ? 'pending' : 'withdrawn'
}

/** All of it is owed, and none of it was paid here by another payment. */
function agreesWithAccount(db: ReadableDb, { accountId, invoices, amount }: OpenedPayment): boolean {
  const owed = invoices
    .map(({ id }) => findInvoice(db, id))
    .filter((invoice) => invoice !== null)
    .filter(isOwed)
  return owed.length === invoices.length && totalOwed(owed) === amount && !isPaidHere(db, accountId, invoices)
}

/** One of the invoices was paid on somebody's own phone, at whatever bank, and the feed has not brought it yet. */
export function isPaidHere(db: ReadableDb, accountId: string, invoices: readonly Pick<PaidFor, 'id'>[]): boolean {
  return onlinePaymentsOf(db, accountId).some(
    (payment) => isOpened(payment) && payment.state === 'paid' && overlaps(payment, invoices) && !isRecorded(db, payment),
  )
}

export const overlaps = (payment: Pick<OpenedPayment, 'invoices'>, invoices: readonly Pick<PaidFor, 'id'>[]): boolean =>
  payment.invoices.some(({ id }) => invoices.some((other) => other.id === id))

/** What was received is not what was asked for: perhaps something is still owed. */
export const isOtherAmount = ({ amount, paidAmount }: OpenedPayment): boolean => paidAmount !== null && paidAmount !== amount

/** Whether the feed has brought what was paid: that nothing of it is owed any more, or the payment itself. */
export function isRecorded(db: ReadableDb, payment: OpenedPayment): boolean {
  return !payment.invoices.some(({ id }) => isStillOwed(db, id)) || listPayments(db, payment.accountId).some((recorded) => isSame(recorded, payment))
}

function isStillOwed(db: ReadableDb, invoiceId: string): boolean {
  const invoice = findInvoice(db, invoiceId)
  return invoice !== null && (isOwed(invoice) || invoice.outdated === true)
}

const DAY = 24 * 60 * 60_000

/** By more than its reference: some utilities give an account one for good, others a payment none. */
function isSame({ reference, amount, paidOn, invoiceNumbers }: Payment, payment: OpenedPayment): boolean {
  const hasReference = typeof reference === 'string' && reference !== ''
  if (hasReference && asFolio(reference) !== payment.reference) return false
  if (amount !== (payment.paidAmount ?? payment.amount)) return false
  // The day is the zone's, the instant is not.
  if (Date.parse(paidOn) + DAY < Date.parse(payment.openedAt) - DAY) return false
  if (!invoiceNumbers || invoiceNumbers.length === 0) return hasReference
  const numbers = new Set(invoiceNumbers.map(significantCharacters))
  return payment.invoices.some(({ number }) => numbers.has(significantCharacters(number)))
}
