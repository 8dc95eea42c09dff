import type { Db } from './db.ts'
import { beforeWorker, createTurn, type Turn } from './turn.ts'

const turns = new WeakMap<Db, Turn>()

/** What this connection's transactions and the sync's write worker take turns by; given to `startSync`. */
export function turnOf(db: Db): Turn {
  let turn = turns.get(db)
  if (!turn) turns.set(db, (turn = createTurn()))
  return turn
}

/** Does the work in one immediate transaction of the main thread's connection, ahead of the sync. Throws what the work or SQLite throws. */
export function inTransaction<T>(db: Db, work: () => T): T {
  return beforeWorker(turnOf(db), () => db.transaction(work).immediate())
}
