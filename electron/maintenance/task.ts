import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { workerUrl } from '../workers.ts'
import type { MaintenanceOrder, MaintenanceOutcome } from './messages.ts'

export type TaskOrder = Omit<MaintenanceOrder, 'stop'>

export interface RunningTask {
  /** Rejects for a bug. */
  outcome: Promise<MaintenanceOutcome>
  /** Answers when the worker is gone. */
  stop(): Promise<void>
}

/** Does a task in a worker thread of its own. */
export function startTask(order: TaskOrder): RunningTask {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const worker = new Worker(workerUrl('maintenance'), { workerData: { ...order, stop } satisfies MaintenanceOrder, name: 'maintenance' })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  return {
    outcome: once(worker, 'message').then(([outcome]) => outcome as MaintenanceOutcome),
    async stop() {
      Atomics.store(stop, 0, 1)
      await ended
    },
  }
}
