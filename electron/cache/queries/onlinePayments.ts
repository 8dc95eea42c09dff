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

type Told = Omit<PaymentIntent, 'id' | 'status' | 'amount'> & { paymentId: string }

/** Asked for: the utility has given no answer that can be used, or takes no payment of it. */
export type UnopenedPayment = Asked & { state: 'opening' | 'refused' | 'withdrawn' } & { [K in keyof Told]: Told[K] | null }
/** The utility has opened it. */
export type OpenedPayment = Asked & Told & { state: OnlinePaymentState }
export type StoredPayment = UnopenedPayment | OpenedPayment

export const isOpened = (payment: StoredPayment): payment is OpenedPayment => payment.paymentId !== null

type Row = Omit<StoredPayment, 'invoices'> & { invoices: string }

const SELECT = `
  SELECT id, account_id AS accountId, bank_id AS bankId, bank_name AS bankName, invoices, amount, body, opened_at AS openedAt, state,
    payment_id AS paymentId, reference, checkout_url AS checkoutUrl, expires_at AS expiresAt
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

/** What the utility told of it. */
export function noteTold(db: WritableDb, id: string, state: OnlinePaymentState, { paymentId, reference, checkoutUrl, expiresAt }: Told): void {
  const sql = 'UPDATE online_payment SET state = ?, payment_id = ?, reference = ?, checkout_url = ?, expires_at = ? WHERE id = ?'
  statement(db, sql).run(state, paymentId, reference, checkoutUrl, expiresAt, id)
}

export const setPaymentState = (db: WritableDb, id: string, state: StoredPayment['state']): void =>
  void statement(db, 'UPDATE online_payment SET state = ? WHERE id = ?').run(state, id)
