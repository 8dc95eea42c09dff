import type { HandlersOf } from '../../shared/contract/index.ts'
import { MOST_ON_SCREEN } from '../../shared/contract/statement.ts'
import { date } from '../../shared/contract/values.ts'
import type { Problem } from '../../shared/problems.ts'
import { failure, success } from '../../shared/result.ts'
import type { Records } from '../documents/records/records.ts'
import type { Clock } from '../clock.ts'
import type { AccountAccess } from './accountAccess.ts'
import { judgeRange } from '../documents/statement/judgeRange.ts'

interface StatementParts {
  clock: Clock
  accounts: AccountAccess
  records: Records
}

type FieldTrouble = NonNullable<Problem['fields']>

/** What was charged and paid between two days of the zone, for an account that the session may read. */
export function createStatementService({ clock, accounts, records }: StatementParts) {
  return {
    /** Problems: invalid-fields (`from`, `to`: not-a-date, date-order, date-too-early, date-future), not-allowed. */
    'statement.show': async ({ accountId, from, to }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const noDays = whatIsNoDay(from, to)
      const fields = noDays.length > 0 ? noDays : judgeRange({ db: opened.value.db, clock }, { accountId, from, to })
      if (fields.length > 0) return failure({ code: 'invalid-fields', fields })
      const extract = await records.extract({ accountId, from, to, most: MOST_ON_SCREEN })
      if (!extract) return failure({ code: 'not-found' })
      const { opening, charges, payments, closing, count, newestFirst } = extract
      return success({ account: opened.value.header, from, to, opening, charges, payments, closing, count, rows: newestFirst })
    },
  } satisfies HandlersOf<'statement'>
}

function whatIsNoDay(from: string, to: string): FieldTrouble {
  const invalid = Object.entries({ from, to }).filter(([, text]) => !date.safeParse(text).success)
  return invalid.map(([field]) => ({ field, problem: 'not-a-date' }))
}
