import type { ReadableDb } from './db.ts'

/** Which database holds an account: the branch's, or one in memory that was read for the visit. The one place that knows. */
export interface AccountReaders {
  /** From which everything of the account is read, and of the branch besides. The branch's where neither holds it. */
  of(accountId: string | null): ReadableDb
  /** What the look finds: in the branch's database, else in those that were read for the visit. */
  find<T>(look: (db: ReadableDb) => T | null | undefined): T | null
}

/** Where nothing is read for a visit. */
export const branchAlone = (db: ReadableDb): AccountReaders => ({ of: () => db, find: (look) => look(db) ?? null })
