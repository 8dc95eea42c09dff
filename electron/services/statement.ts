import { MOST_ON_SCREEN, type Statement } from '../../shared/contract/statement.ts'
import { date } from '../../shared/contract/values.ts'
import type { Problem } from '../../shared/problems.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Records } from '../documents/records/records.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { createAccountService } from './account.ts'
import { judgeRange } from './statementRange.ts'

export interface StatementParts {
  db: Db
  clock: Clock
  account: Pick<ReturnType<typeof createAccountService>, 'header'>
  records: Records
}

type FieldTrouble = NonNullable<Problem['fields']>

/** What was charged and paid between two days of the zone, for the account that the session opened. */
export function createStatementService({ db, clock, account, records }: StatementParts) {
  return {
    /** Problems: invalid-fields (`from`, `to`: not-a-date, date-order, date-too-early, date-future), not-allowed. */
    async show({ accountId, from, to }: { accountId: string; from: string; to: string }): Promise<Result<Statement>> {
      const header = account.header({ accountId })
      if (!header.ok) return header
      const noDays = whatIsNoDay(from, to)
      const fields = noDays.length > 0 ? noDays : judgeRange({ db, clock }, { accountId, from, to })
      if (fields.length > 0) return failure({ code: 'invalid-fields', fields })
      const extract = await records.extract({ accountId, from, to, most: MOST_ON_SCREEN })
      if (!extract) return failure({ code: 'not-found' })
      const { opening, charges, payments, closing, count, newestFirst } = extract
      return success({ account: header.value, from, to, opening, charges, payments, closing, count, rows: newestFirst })
    },
  }
}

function whatIsNoDay(from: string, to: string): FieldTrouble {
  const invalid = Object.entries({ from, to }).filter(([, text]) => !date.safeParse(text).success)
  return invalid.map(([field]) => ({ field, problem: 'not-a-date' }))
}
