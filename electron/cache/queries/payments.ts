import { significantCharacters } from '../../../shared/domain/invoiceNumber.ts'
import type { Payment } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Db } from '../db.ts'
import { fromData, statement } from '../statement.ts'

/** The last day on which each invoice of an account was paid, by the significant characters of its number. */
export function paidDays(db: Db, accountId: string): ReadonlyMap<string, string> {
  const sql = 'SELECT data FROM payment WHERE account_id = ? AND deleted = 0 ORDER BY paid_on'
  const payments = statement<[string], { data: string }>(db, sql)
    .all(accountId)
    .map(fromData<Payment>)
  return new Map(payments.flatMap(({ paidOn, invoiceNumbers = [] }) => invoiceNumbers.map((number) => [significantCharacters(number), paidOn])))
}
