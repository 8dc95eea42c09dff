import type { WritableDb } from './db.ts'
import { mainFirst, createWriterPriority, type WriterPriority } from './writerPriority.ts'

/** Does work that writes, or throws instead. */
export type Guard = <T>(work: () => T) => T

const priorities = new WeakMap<WritableDb, WriterPriority>()
const guards = new WeakMap<WritableDb, Guard>()

/** From now on every `inTransaction` of this connection passes through the guard. */
export const guardTransactions = (db: WritableDb, guard: Guard): void => void guards.set(db, guard)

const unguarded: Guard = (work) => work()

/** What orders the transactions of this connection and of the sync's write worker; given to `startSync`. */
export function writerPriorityOf(db: WritableDb): WriterPriority {
  let priority = priorities.get(db)
  if (!priority) priorities.set(db, (priority = createWriterPriority()))
  return priority
}

/**
 * Does the work in one immediate transaction of the main thread's connection, ahead of the sync; within another, as a part of that. Throws what
 * the work or SQLite throws.
 */
export function inTransaction<T>(db: WritableDb, work: () => T): T {
  // The worker may be waiting for this very transaction: whoever waited for the worker now would wait in vain.
  if (db.inTransaction) return db.transaction(work)()
  const guard = guards.get(db) ?? unguarded
  return mainFirst(writerPriorityOf(db), () => guard(() => db.transaction(work).immediate()))
}
