import { significantCharacters } from '../../../shared/domain/invoiceNumber.ts'
import type { Payment } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** The last day on which each invoice of an account was paid, by the significant characters of its number. */
export function paidDays(db: ReadableDb, accountId: string): ReadonlyMap<string, string> {
  const sql = 'SELECT data FROM payment WHERE account_id = ? AND deleted = 0 ORDER BY paid_on'
  const payments = query<[string], { data: string }>(db, sql)
    .all(accountId)
    .map(fromData<Payment>)
  return new Map(payments.flatMap(({ paidOn, invoiceNumbers = [] }) => invoiceNumbers.map((number) => [significantCharacters(number), paidOn])))
}
