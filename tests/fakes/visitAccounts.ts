import { branchAlone } from '../../electron/cache/accountReaders.ts'
import type { ReadableDb } from '../../electron/cache/db.ts'
import type { VisitAccounts } from '../../electron/customers/visitAccounts.ts'

/** Nothing is read for the visit, and nothing comes. */
export const nobodysVisit = (db: ReadableDb): VisitAccounts => ({
  ...branchAlone(db),
  read: () => undefined,
  first: () => Promise.resolve(),
  standing: () => ({ coming: 0, again: false }),
  bytesOf: () => null,
  forget: () => undefined,
})
