import { significantCharacters } from '../../../shared/domain/invoiceNumber.ts'
import { paymentStandings, type KnownPayment } from '../../../shared/domain/paymentStanding.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'
import { isOutdated } from './outdated.ts'

/** More no account has in a lifetime of months, and a feed may bring any number. */
const MOST = 2_000

const known = `SELECT data, ${isOutdated('payment')} AS outdated FROM payment WHERE deleted = 0`

interface PaymentRow {
  data: string
  outdated: 0 | 1
}

const knownPayment = (row: PaymentRow): KnownPayment => ({ ...fromData<KnownPayment>(row), ...(row.outdated === 1 && { outdated: true }) })

/** null when there is none. */
export function findPayment(db: ReadableDb, id: string): KnownPayment | null {
  const row = query<[string], PaymentRow>(db, `${known} AND id = ?`).get(id)
  return row ? knownPayment(row) : null
}

/** Newest first. */
export function listPayments(db: ReadableDb, accountId: string): KnownPayment[] {
  const sql = `${known} AND account_id = ? ORDER BY paid_on DESC, id DESC LIMIT ${MOST}`
  return query<[string], PaymentRow>(db, sql).all(accountId).map(knownPayment)
}

/** How many an account has, those beyond the listed ones too. */
export function countPayments(db: ReadableDb, accountId: string): number {
  return query<[string], { count: number }>(db, 'SELECT count(*) AS count FROM payment WHERE account_id = ? AND deleted = 0').get(accountId)?.count ?? 0
}

/** The last day on which each invoice of an account was paid, by the significant characters of its number. What was or may have been taken back is left out. */
export function paidDays(db: ReadableDb, accountId: string): ReadonlyMap<string, string> {
  const payments = listPayments(db, accountId)
  const standings = paymentStandings(payments)
  const recorded = payments.filter(({ id }) => standings.get(id)?.kind === 'recorded').toReversed()
  return new Map(recorded.flatMap(({ paidOn, invoiceNumbers = [] }) => invoiceNumbers.map((number) => [significantCharacters(number), paidOn])))
}
