import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished, vi } from 'vitest'
import { inTransaction, writerPriorityOf } from '../../../electron/cache/transaction.ts'
import { yieldToMain, mainFirst, createWriterPriority } from '../../../electron/cache/writerPriority.ts'
import { eventually } from '../../fixtures/eventually.ts'

const module = new URL('../../../electron/cache/writerPriority.ts', import.meta.url).href
const count = new Int32Array(new SharedArrayBuffer(4))

/** Runs one transaction after the other, without a rest between. */
const busyWorker = `
  import { workerData } from 'node:worker_threads'
  const { yieldToMain } = await import(${JSON.stringify(module)})
  for (;;) yieldToMain(workerData.priority, () => Atomics.add(workerData.count, 0, 1))
`

it('the main thread comes next, however often, and the worker waits until it has done', async () => {
  const priority = createWriterPriority()
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(busyWorker)}`), { workerData: { priority, count } })
  onTestFinished(async () => void (await worker.terminate()))
  const writes = () => Atomics.load(count, 0)
  const nap = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
  await eventually(() => expect(writes()).toBeGreaterThan(0))
  for (let round = 0; round < 100; round++) {
    mainFirst(priority, () => {
      const before = writes()
      nap()
      expect(writes()).toBe(before)
    })
    const after = writes()
    nap()
    await eventually(() => expect(writes()).toBeGreaterThan(after))
  }
})

it('a worker that was ended at its work, or a main thread that throws, holds nobody up for ever', async () => {
  const priority = createWriterPriority()
  const stuck = `
    import { parentPort, workerData } from 'node:worker_threads'
    const { yieldToMain } = await import(${JSON.stringify(module)})
    yieldToMain(workerData.priority, () => { parentPort.postMessage('in'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0) })
  `
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(stuck)}`), { workerData: { priority } })
  await once(worker, 'message')
  await worker.terminate()
  expect(() =>
    mainFirst(priority, () => {
      throw new Error('of the work')
    }),
  ).toThrow('of the work')
  expect(yieldToMain(priority, () => 'done')).toBe('done')
})

it('a transaction within another waits for no worker, which may be waiting for that one', () => {
  const db = new Database(':memory:')
  onTestFinished(() => void db.close())
  const waits = vi.spyOn(Atomics, 'wait')
  onTestFinished(() => waits.mockRestore())
  inTransaction(db, () => {
    // The worker has begun to write, and waits for the lock of the file.
    Atomics.store(writerPriorityOf(db), 1, 1)
    inTransaction(db, () => db.prepare('SELECT 1').get())
  })
  expect(waits).toHaveBeenCalledTimes(1)
})
