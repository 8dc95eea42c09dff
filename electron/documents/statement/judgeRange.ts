import { businessDate } from '../../../shared/domain/dates.ts'
import { judgeDays, rangeToHave, type Range } from '../../../shared/domain/statementRange.ts'
import type { Problem } from '../../../shared/problems.ts'
import { findAccount } from '../../cache/queries/accounts.ts'
import { movementDays } from '../../cache/queries/movements.ts'
import { findZone } from '../../cache/queries/zones.ts'
import type { ReadableDb } from '../../cache/db.ts'
import type { Clock } from '../../clock.ts'

interface AskedRange extends Range {
  accountId: string
}

/** What is wrong with the days of a statement that is asked for, to be shown or to be taken away. Both are days that there are. */
export function judgeRange({ db, clock }: { db: ReadableDb; clock: Clock }, { accountId, ...days }: AskedRange): NonNullable<Problem['fields']> {
  const timeZone = findZone(db, findAccount(db, accountId)?.zoneId ?? '')?.timeZone ?? 'UTC'
  return judgeDays(days, rangeToHave(movementDays(db, accountId), businessDate(clock.now(), timeZone)))
}
