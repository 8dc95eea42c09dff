import { Worker } from 'node:worker_threads'
import { logBug, type Log } from '../log/log.ts'
import { workerUrl, type WorkerName } from '../workers.ts'

/** Questions that a worker thread answers, by kind. */
export type Jobs = Record<string, { question: unknown; answer: unknown }>

export type JobMessage<J extends Jobs> = { [K in keyof J]: { id: number; kind: K; question: J[K]['question'] } }[keyof J]

/** The answer to the question of that id; the error is what was thrown. */
export type JobAnswer = { id: number; ok: true; answer: unknown } | { id: number; ok: false; error: Error }

export interface WorkingThread<J extends Jobs> {
  /** Rejects with what the thread threw, or when the thread ended. */
  ask<K extends keyof J & string>(kind: K, question: J[K]['question']): Promise<J[K]['answer']>
  close(): Promise<void>
}

export interface ThreadOptions {
  name: WorkerName
  log: Log
  /** A job that takes longer is a fault in what it works on: it is abandoned, and the thread with it. */
  longestJobMs: number
  /** A job that takes more ends the thread, not the kiosk. */
  mostMemoryMb: number
  data?: unknown
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

/** Starts a thread. One that dies fails the jobs that it held; the next job starts another. */
export function startWorkingThread<J extends Jobs>(options: ThreadOptions): WorkingThread<J> {
  const { name, log, longestJobMs } = options
  let thread = startThread(options)
  let closed = false
  let lastId = 0

  return {
    ask(kind, question) {
      if (closed) return Promise.reject(new Error(`the ${name} thread is closed`))
      if (thread.ended) thread = startThread(options)
      const { worker, waiting } = thread
      const id = ++lastId
      const answer = new Promise<unknown>((resolve, reject) => {
        const abandon = (): void => {
          log.warn({ kind }, 'a job takes too long: abandoned')
          void worker.terminate()
        }
        waiting.set(id, { resolve, reject, timer: setTimeout(abandon, longestJobMs) })
      })
      worker.postMessage({ id, kind, question })
      return answer
    },
    async close() {
      closed = true
      await thread.worker.terminate()
    },
  }
}

function startThread({ name, log, mostMemoryMb, data }: ThreadOptions): Thread {
  // Its standard output is taken and dropped: ours carries the ready line and nothing else.
  const worker = new Worker(workerUrl(name), { stdout: true, workerData: data, resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } })
  worker.stdout.resume()
  const waiting = new Map<number, Waiting>()
  const thread: Thread = { worker, waiting, ended: false }
  worker.on('message', (message: JobAnswer) => complete(waiting, message))
  worker.on('error', (error) => logBug(log, `${name}.worker`, error))
  worker.on('exit', () => {
    thread.ended = true
    for (const [id] of waiting) complete(waiting, { id, ok: false, error: new Error(`the ${name} thread ended`) })
  })
  return thread
}

function complete(waiting: Map<number, Waiting>, message: JobAnswer): void {
  const job = waiting.get(message.id)
  if (!job) return
  waiting.delete(message.id)
  clearTimeout(job.timer)
  if (message.ok) job.resolve(message.answer)
  else job.reject(message.error)
}
