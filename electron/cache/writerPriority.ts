/**
 * SQLite lets one connection write at a time, in no order: the write worker, which takes the lock page after page, would keep the main
 * thread waiting for as long as a catch-up lasts. With this the main thread comes next. Shared between the two threads; it only asks for
 * patience, the lock of the file remains the truth.
 */
export type WriterPriority = Int32Array<SharedArrayBuffer>

/** How many transactions of the main thread wait or run; and whether the worker is in one of its own. */
const WANTED = 0
const WORKING = 1

/** A main thread that hangs must not stop the sync, nor the other way round. */
const WORKER_PATIENCE = 2_000
const MAIN_PATIENCE = 1_000

/** Runs one transaction of the worker, after those of the main thread that wait. */
export type RunWrite = <T>(work: () => T) => T

export const createWriterPriority = (): WriterPriority => new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))

/** On the main thread: waits for the page that the worker is writing, and keeps it from beginning another until the work is done. */
export function mainFirst<T>(priority: WriterPriority, work: () => T): T {
  Atomics.add(priority, WANTED, 1)
  try {
    Atomics.wait(priority, WORKING, 1, MAIN_PATIENCE)
    return work()
  } finally {
    Atomics.sub(priority, WANTED, 1)
    Atomics.notify(priority, WANTED)
  }
}

/** In the worker: lets the main thread's work that is waiting go first. */
export function yieldToMain<T>(priority: WriterPriority, work: () => T): T {
  // Both sides first say what they do, and then look: one of them sees the other.
  Atomics.store(priority, WORKING, 1)
  const waiting = Atomics.load(priority, WANTED)
  if (waiting > 0) {
    workerIsIdle(priority)
    Atomics.wait(priority, WANTED, waiting, WORKER_PATIENCE)
    Atomics.store(priority, WORKING, 1)
  }
  try {
    return work()
  } finally {
    workerIsIdle(priority)
  }
}

/** The worker writes nothing now; also said for one that was ended in the middle of its work. */
export function workerIsIdle(priority: WriterPriority): void {
  Atomics.store(priority, WORKING, 0)
  Atomics.notify(priority, WORKING)
}
