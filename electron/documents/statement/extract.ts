import { findAccount } from '../../cache/queries/accounts.ts'
import { eachMovement, listNewestMovements, sumMovements, type MovementRange } from '../../cache/queries/movements.ts'
import { findZone } from '../../cache/queries/zones.ts'
import type { ReadableDb } from '../../cache/db.ts'
import { figuresOf, statementHead, withBalances, withBalancesBack, type StatementFigures, type StatementHead, type StatementModel } from './statementModel.ts'
import type { StatementExtract } from './statementPaper.ts'

/** null where the account is not there. The rows are read while they are gone through: the transaction must still be open. */
export function readStatement(db: ReadableDb, range: MovementRange): StatementModel | null {
  const outline = outlineOf(db, range)
  return outline && { ...outline, rows: withBalances(outline.opening, eachMovement(db, range)) }
}

/** The same figures with the newest movements alone; null where the account is not there. */
export function extractStatement(db: ReadableDb, { most, ...range }: MovementRange & { most: number }): StatementExtract | null {
  const outline = outlineOf(db, range)
  return outline && { ...outline, newestFirst: withBalancesBack(outline.closing, listNewestMovements(db, range, most)) }
}

function outlineOf(db: ReadableDb, { accountId, from, to }: MovementRange): (StatementHead & StatementFigures) | null {
  const account = findAccount(db, accountId)
  const zone = account && findZone(db, account.zoneId)
  if (!account || !zone) return null
  return { ...statementHead(account, zone, { from, to }), ...figuresOf(account.balance, sumMovements(db, { accountId, from, to })) }
}
