import type { KnownAgreement } from '../../../shared/domain/agreements.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'
import { isOutdated } from './outdated.ts'

interface LiveRow {
  data: string
  outdated: 0 | 1
}

const live = `FROM agreement JOIN account ON account.id = agreement.account_id AND account.deleted = 0 WHERE agreement.deleted = 0`
const known = `SELECT agreement.data, ${isOutdated('agreement')} AS outdated ${live}`

const knownAgreement = (row: LiveRow): KnownAgreement => ({ ...fromData<KnownAgreement>(row), ...(row.outdated === 1 && { outdated: true }) })

/** How one that has been changed stands, and from when it is, nobody knows here. */
const order = `
  CASE WHEN outdated THEN 2 ELSE CASE agreement.data ->> 'status' WHEN 'active' THEN 0 WHEN 'proposed' THEN 1 ELSE 3 END END,
  CASE WHEN outdated THEN '' ELSE agreement.data ->> 'agreedOn' END DESC, agreement.data ->> 'number', agreement.id`

/** At most so many: those in force, those proposed, those that the utility has changed, then those that have ended; of each the newest first. */
export function listAgreements(db: ReadableDb, accountId: string, most: number): KnownAgreement[] {
  const sql = `${known} AND agreement.account_id = ? ORDER BY ${order} LIMIT ?`
  return query<[string, number], LiveRow>(db, sql).all(accountId, most).map(knownAgreement)
}

/** How many an account has, those beyond the listed ones too. */
export function countAgreements(db: ReadableDb, accountId: string): number {
  return query<[string], { count: number }>(db, `SELECT count(*) AS count ${live} AND agreement.account_id = ?`).get(accountId)?.count ?? 0
}

/** null when there is none, or its account is not live. */
export function findAgreement(db: ReadableDb, id: string): KnownAgreement | null {
  const row = query<[string], LiveRow>(db, `${known} AND agreement.id = ?`).get(id)
  return row ? knownAgreement(row) : null
}
