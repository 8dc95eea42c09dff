import { Worker } from 'node:worker_threads'
import { logBug, type Log } from '../log/log.ts'
import { workerUrl } from '../workers.ts'
import type { DuplicateModel } from './duplicate/model.ts'
import type { DrawingJobs, JobAnswer, JobKind } from './jobs.ts'
import type { DrawnPdf } from './pdf.ts'
import type { ReceiptModel } from './receipt/model.ts'

/** A job that takes longer is a fault in what is drawn: it is abandoned, and the thread with it. */
const LONGEST_JOB_MS = 30_000
/** An ordinary page takes a third of it; a document that takes more ends the thread, not the kiosk. */
const MOST_MEMORY_MB = 512

export interface Drawing {
  /** Draws a duplicate. Rejects when it cannot be drawn. */
  drawDuplicate(model: DuplicateModel): Promise<DrawnPdf>
  /** Draws the receipt of something filed. Rejects when it cannot be drawn. */
  drawReceipt(model: ReceiptModel): Promise<DrawnPdf>
  /** How many sheets a PDF prints on, one-sided. Rejects when it is not a PDF that can be read. */
  countSheets(pdf: Uint8Array): Promise<number>
  close(): Promise<void>
}

interface DrawingParts {
  log: Log
  longestJobMs?: number
}

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

interface Thread {
  worker: Worker
  ended: boolean
  waiting: Map<number, Waiting>
}

/**
 * Starts the drawing thread, which warms itself up. One that dies fails the jobs that it held; the next job starts another.
 */
export function startDrawing({ log, longestJobMs = LONGEST_JOB_MS }: DrawingParts): Drawing {
  let thread = startThread(log)
  let closed = false
  let lastId = 0

  function ask<K extends JobKind>(kind: K, question: DrawingJobs[K]['question']): Promise<DrawingJobs[K]['answer']> {
    if (closed) return Promise.reject(new Error('drawing is closed'))
    if (thread.ended) thread = startThread(log)
    const { worker, waiting } = thread
    const id = ++lastId
    const answer = new Promise<unknown>((resolve, reject) => {
      const abandon = (): void => {
        log.warn({ kind }, 'drawing takes too long: abandoned')
        void worker.terminate()
      }
      const timer = setTimeout(abandon, longestJobMs)
      waiting.set(id, { resolve, reject, timer })
    })
    worker.postMessage({ id, kind, question })
    return answer as Promise<DrawingJobs[K]['answer']>
  }

  return {
    drawDuplicate: (model) => ask('duplicate', model),
    drawReceipt: (model) => ask('receipt', model),
    countSheets: (pdf) => ask('sheets', pdf),
    async close() {
      closed = true
      await thread.worker.terminate()
    },
  }
}

function startThread(log: Log): Thread {
  // Its standard output is taken and dropped: ours carries the ready line and nothing else.
  const worker = new Worker(workerUrl('documents'), { stdout: true, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } })
  worker.stdout.resume()
  const waiting = new Map<number, Waiting>()
  const thread: Thread = { worker, waiting, ended: false }
  worker.on('message', (message: JobAnswer) => settle(waiting, message))
  worker.on('error', (error) => logBug(log, 'documents.worker', error))
  worker.on('exit', () => {
    thread.ended = true
    for (const [id] of waiting) settle(waiting, { id, ok: false, error: new Error('the drawing thread ended') })
  })
  return thread
}

function settle(waiting: Map<number, Waiting>, message: JobAnswer): void {
  const job = waiting.get(message.id)
  if (!job) return
  waiting.delete(message.id)
  clearTimeout(job.timer)
  if (message.ok) job.resolve(message.answer)
  else job.reject(message.error)
}
