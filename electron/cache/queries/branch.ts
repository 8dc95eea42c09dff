import type { GetBranchResponse } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** The branch and kiosk that this program's credentials stand for. */
export type BranchInfo = GetBranchResponse

/** null until the utility was heard of for the first time. */
export function readBranch(db: ReadableDb): BranchInfo | null {
  const row = query<[], { data: string }>(db, 'SELECT data FROM branch').get()
  return row ? fromData<BranchInfo>(row) : null
}
