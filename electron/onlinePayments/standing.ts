import type { OnlinePaymentState } from '../../shared/contract/onlinePayments.ts'
import { isOwed } from '../../shared/domain/owed.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import type { OpenedPayment } from '../cache/queries/onlinePayments.ts'
import { listPayments } from '../cache/queries/payments.ts'
import type { UtilityTime } from './utilityTime.ts'

/** How a payment stands now: one whose time has passed is expired before the utility says so, and may still turn out to be paid. */
export const stateNow = ({ state, expiresAt }: Pick<OpenedPayment, 'state' | 'expiresAt'>, time: UtilityTime): OnlinePaymentState =>
  state === 'pending' && time.hasPassed(expiresAt) ? 'expired' : state

/** Whether the feed has brought what was paid: the payment itself, or that nothing of it is owed any more. */
export function isRecorded(db: ReadableDb, { accountId, reference, invoices }: OpenedPayment): boolean {
  return listPayments(db, accountId).some((payment) => payment.reference === reference) || invoices.every(({ id }) => !isStillOwed(db, id))
}

function isStillOwed(db: ReadableDb, invoiceId: string): boolean {
  const invoice = findInvoice(db, invoiceId)
  return invoice !== null && (isOwed(invoice) || invoice.outdated === true)
}
