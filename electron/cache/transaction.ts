import type { WritableDb } from './db.ts'
import { beforeWorker, createTurn, type Turn } from './writerPriority.ts'

/** Does work that writes, or throws instead. */
export type Guard = <T>(work: () => T) => T

const turns = new WeakMap<WritableDb, Turn>()
const guards = new WeakMap<WritableDb, Guard>()

/** From now on every `inTransaction` of this connection passes through the guard. */
export const guardTransactions = (db: WritableDb, guard: Guard): void => void guards.set(db, guard)

const unguarded: Guard = (work) => work()

/** What this connection's transactions and the sync's write worker take turns by; given to `startSync`. */
export function turnOf(db: WritableDb): Turn {
  let turn = turns.get(db)
  if (!turn) turns.set(db, (turn = createTurn()))
  return turn
}

/**
 * Does the work in one immediate transaction of the main thread's connection, ahead of the sync; within another, as a part of that. Throws what
 * the work or SQLite throws.
 */
export function inTransaction<T>(db: WritableDb, work: () => T): T {
  // The worker may be waiting for this very transaction: whoever waited for the worker now would wait in vain.
  if (db.inTransaction) return db.transaction(work)()
  const guard = guards.get(db) ?? unguarded
  return beforeWorker(turnOf(db), () => guard(() => db.transaction(work).immediate()))
}
