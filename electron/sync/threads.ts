import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { ApiSettings } from '../api/caller.ts'
import { workerIsIdle, type WriterPriority } from '../cache/writerPriority.ts'
import { workerUrl, type WorkerName } from '../workers.ts'
import type { FetchWorkerData, Order, Report, WriteWorkerData } from './messages.ts'
import { originOf } from './origin.ts'

interface ThreadParts {
  databaseFile: string
  api: ApiSettings
  priority: WriterPriority
  onReport: (worker: WorkerName, report: Report) => void
  onBug: (worker: WorkerName, error: unknown) => void
}

export interface Threads {
  poke(): void
  resync(): void
  /** The page being written is finished first. */
  stop(): Promise<void>
}

const PATIENCE = 2_000

/** Starts the two workers, with a channel between them that the main process does not see. */
export function startThreads({ databaseFile, api, priority, onReport, onBug }: ThreadParts): Threads {
  const { port1: writer, port2: reader } = new MessageChannel()
  const start = (name: WorkerName, workerData: FetchWorkerData | WriteWorkerData, port: MessagePort): Worker => {
    const worker = new Worker(workerUrl(name), { workerData, transferList: [port], name })
    worker.on('message', (report: Report) => onReport(name, report))
    worker.on('error', (error) => onBug(name, error))
    return worker
  }
  const write = start('sync-write', { databaseFile, origin: originOf(api), reader, priority }, reader)
  const fetch = start('sync-fetch', { api, writer }, writer)
  // A worker that was ended in the middle of a page cannot report that it is idle.
  write.once('exit', () => workerIsIdle(priority))
  const ended = Promise.all([exited(write), exited(fetch)])
  const order = (what: Order): void => fetch.postMessage(what)

  return {
    poke: () => order({ kind: 'poke' }),
    resync: () => order({ kind: 'resync' }),
    async stop() {
      order({ kind: 'stop' })
      const impatience = setTimeout(() => void Promise.all([write.terminate(), fetch.terminate()]), PATIENCE)
      await ended
      clearTimeout(impatience)
    },
  }
}

const exited = (worker: Worker): Promise<void> => new Promise((resolve) => worker.once('exit', () => resolve()))
