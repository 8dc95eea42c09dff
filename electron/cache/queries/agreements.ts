import type { KnownAgreement } from '../../../shared/domain/agreements.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

interface LiveRow {
  data: string
  outdated: 0 | 1
}

const outdated = `EXISTS (SELECT 1 FROM set_aside WHERE set_aside.entity = 'agreement' AND set_aside.id = agreement.id AND set_aside.rev > agreement.rev)`

const live = `
  SELECT agreement.data, ${outdated} AS outdated
  FROM agreement JOIN account ON account.id = agreement.account_id AND account.deleted = 0 WHERE agreement.deleted = 0`

const knownAgreement = (row: LiveRow): KnownAgreement => ({ ...fromData<KnownAgreement>(row), ...(row.outdated === 1 && { outdated: true }) })

/** What the utility has agreed with the holder of an account, or proposes, in no order. */
export function listAgreements(db: ReadableDb, accountId: string): KnownAgreement[] {
  return query<[string], LiveRow>(db, `${live} AND agreement.account_id = ?`).all(accountId).map(knownAgreement)
}

/** null when there is none, or its account is not live. */
export function findAgreement(db: ReadableDb, id: string): KnownAgreement | null {
  const row = query<[string], LiveRow>(db, `${live} AND agreement.id = ?`).get(id)
  return row ? knownAgreement(row) : null
}
