import { setTimeout as pause } from 'node:timers/promises'
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

const MEGABYTE = 1024 * 1024
/** How often the memory of a thread that works is looked at. */
const LOOK_MS = 50
/** V8's own limit, as a multiple of ours: a thread that passes it in one large step takes the whole process along. */
const BEYOND = 2

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

interface Thread {
  worker: Worker
  ended: boolean
  /** Its memory is being looked at. */
  watched: boolean
  /** It takes questions. */
  online: Promise<unknown>
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
          log.warn({ thread: name, kind, longestJobMs }, 'thread job timed out: thread terminated')
          void worker.terminate()
        }
        waiting.set(id, { resolve, reject, timer: setTimeout(abandon, longestJobMs) })
      })
      worker.postMessage({ id, kind, question })
      if (!thread.watched) void limitMemory(thread, options)
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
  const worker = new Worker(workerUrl(name), { stdout: true, workerData: data, resourceLimits: { maxOldGenerationSizeMb: BEYOND * mostMemoryMb } })
  worker.stdout.resume()
  const waiting = new Map<number, Waiting>()
  const online = new Promise((resolve) => worker.once('online', resolve).once('exit', resolve))
  const thread: Thread = { worker, waiting, ended: false, watched: false, online }
  worker.on('message', (message: JobAnswer) => complete(waiting, message))
  worker.on('error', (error) => logBug(log, `${name}.worker`, error))
  worker.on('exit', () => {
    thread.ended = true
    for (const [id] of waiting) complete(waiting, { id, ok: false, error: new Error(`the ${name} thread ended`) })
  })
  return thread
}

/** Looks while the thread works, and ends it when it takes too much. */
async function limitMemory(thread: Thread, { name, log, mostMemoryMb }: ThreadOptions): Promise<void> {
  const { worker, waiting, online } = thread
  thread.watched = true
  try {
    await online
    while (waiting.size > 0 && !thread.ended) {
      const { used_heap_size: used } = await worker.getHeapStatistics()
      if (used > mostMemoryMb * MEGABYTE) {
        log.warn({ thread: name, mostMemoryMb }, 'thread job over memory limit: thread terminated')
        await worker.terminate()
      }
      await pause(LOOK_MS, undefined, { ref: false })
    }
  } catch (error) {
    // It ended while it was asked.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_NOT_RUNNING')) logBug(log, `${name}.memory`, error)
  } finally {
    thread.watched = false
  }
}

function complete(waiting: Map<number, Waiting>, message: JobAnswer): void {
  const job = waiting.get(message.id)
  if (!job) return
  waiting.delete(message.id)
  clearTimeout(job.timer)
  if (message.ok) job.resolve(message.answer)
  else job.reject(message.error)
}
