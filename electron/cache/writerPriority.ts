/**
 * SQLite lets one connection write at a time and gives no turns: the write worker, which takes the lock page after page, would keep the main
 * thread waiting for as long as a catch-up lasts. With this the main thread comes next. Shared between the two threads; it only asks for
 * patience, the lock of the file remains the truth.
 */
export type Turn = Int32Array<SharedArrayBuffer>

/** How many transactions of the main thread wait or run; and whether the worker is in one of its own. */
const WANTED = 0
const WORKING = 1

/** A main thread that hangs must not stop the sync, nor the other way round. */
const WORKER_PATIENCE = 2_000
const MAIN_PATIENCE = 1_000

/** Does one transaction of the worker when it is its turn. */
export type InTurn = <T>(work: () => T) => T

export const createTurn = (): Turn => new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))

/** On the main thread: waits for the page that the worker is writing, and keeps it from beginning another until the work is done. */
export function beforeWorker<T>(turn: Turn, work: () => T): T {
  Atomics.add(turn, WANTED, 1)
  try {
    Atomics.wait(turn, WORKING, 1, MAIN_PATIENCE)
    return work()
  } finally {
    Atomics.sub(turn, WANTED, 1)
    Atomics.notify(turn, WANTED)
  }
}

/** In the worker: lets the main thread's work that is waiting go first. */
export function afterMain<T>(turn: Turn, work: () => T): T {
  // Both sides first say what they do, and then look: one of them sees the other.
  Atomics.store(turn, WORKING, 1)
  const waiting = Atomics.load(turn, WANTED)
  if (waiting > 0) {
    workerRests(turn)
    Atomics.wait(turn, WANTED, waiting, WORKER_PATIENCE)
    Atomics.store(turn, WORKING, 1)
  }
  try {
    return work()
  } finally {
    workerRests(turn)
  }
}

/** The worker writes nothing now; also said for one that was ended in the middle of its work. */
export function workerRests(turn: Turn): void {
  Atomics.store(turn, WORKING, 0)
  Atomics.notify(turn, WORKING)
}
