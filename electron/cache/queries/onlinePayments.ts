import type { OnlinePaymentState } from '../../../shared/contract/onlinePayments.ts'
import type { PaymentIntent } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { query, statement } from '../statement.ts'

/** What is paid, as it was called when the payment was asked for. */
export interface PaidFor {
  id: string
  number: string
}

interface Asked {
  /** The Idempotency-Key. */
  id: string
  accountId: string
  bankId: string
  bankName: string
  invoices: PaidFor[]
  /** Minor units, by our own data. */
  amount: number
  /** The bytes that are sent. */
  body: Buffer
  /** RFC 3339. */
  openedAt: string
}

type Told = Omit<PaymentIntent, 'id' | 'status' | 'amount'> & {
  paymentId: string
  /** When the utility last answered about it (RFC 3339). */
  toldAt: string
}
/** What the utility says was paid; null while nothing is. */
interface Received {
  paidAmount: number | null
}

/** Asked for: the utility has given no answer that can be used, or takes no payment of it. */
export type UnopenedPayment = Asked & Received & { state: 'opening' | 'refused' | 'withdrawn' } & { [K in keyof Told]: Told[K] | null }
/** The utility has opened it. */
export type OpenedPayment = Asked & Told & Received & { state: OnlinePaymentState }
export type StoredPayment = UnopenedPayment | OpenedPayment

export const isOpened = (payment: StoredPayment): payment is OpenedPayment => payment.paymentId !== null

type Row = Omit<StoredPayment, 'invoices'> & { invoices: string }

const SELECT = `
  SELECT id, account_id AS accountId, bank_id AS bankId, bank_name AS bankName, invoices, amount, body, opened_at AS openedAt, state,
    payment_id AS paymentId, reference, checkout_url AS checkoutUrl, expires_at AS expiresAt, paid_amount AS paidAmount,
    told_at AS toldAt
  FROM online_payment`

/** It was judged when it was written. */
const toPayment = (row: Row): StoredPayment => ({ ...row, invoices: JSON.parse(row.invoices) as PaidFor[] }) as StoredPayment

/** More are not looked at of one account. */
const MOST = 200

export function findOnlinePayment(db: ReadableDb, id: string): StoredPayment | null {
  const row = query<[string], Row>(db, `${SELECT} WHERE id = ?`).get(id)
  return row ? toPayment(row) : null
}

/** Newest first. */
export const onlinePaymentsOf = (db: ReadableDb, accountId: string): StoredPayment[] =>
  query<[string], Row>(db, `${SELECT} WHERE account_id = ? ORDER BY seq DESC LIMIT ${MOST}`).all(accountId).map(toPayment)

/** Stores it as `opening`. */
export function insertOnlinePayment(db: WritableDb, { id, accountId, bankId, bankName, invoices, amount, body, openedAt }: Asked): void {
  const sql = `INSERT INTO online_payment (id, account_id, bank_id, bank_name, invoices, amount, body, opened_at, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'opening')`
  statement(db, sql).run(id, accountId, bankId, bankName, JSON.stringify(invoices), amount, body, openedAt)
}

/** Of several answers under way the last to come need not be the last that was given: what has ended does so for good, and only a payment mends that. */
const MAY_BECOME = `(state IN ('opening', 'pending') OR $state = 'paid')`

/** What the utility told of it. */
export function noteTold(db: WritableDb, id: string, state: OnlinePaymentState, told: Told & Received): void {
  const sql = `UPDATE online_payment
    SET state = $state, payment_id = $paymentId, reference = $reference, checkout_url = $checkoutUrl, expires_at = $expiresAt, paid_amount = $paidAmount,
      told_at = $toldAt
    WHERE id = $id AND ${MAY_BECOME}`
  const { paymentId, reference, checkoutUrl, expiresAt, paidAmount, toldAt } = told
  statement<[object], void>(db, sql).run({ id, state, paymentId, reference, checkoutUrl, expiresAt, paidAmount, toldAt })
}

/** How it ended by an answer that tells nothing else of it. */
export function setPaymentState(db: WritableDb, id: string, state: StoredPayment['state'], toldAt: string): void {
  const sql = `UPDATE online_payment SET state = $state, told_at = $toldAt WHERE id = $id AND ${MAY_BECOME}`
  statement<[object], void>(db, sql).run({ id, state, toldAt })
}
