import { join } from 'node:path'
import { pino } from 'pino'
import { createApiClient } from '../../electron/api/client.ts'
import { openDatabase } from '../../electron/cache/openDatabase.ts'
import type { WritableDb } from '../../electron/cache/db.ts'
import type { RunWrite } from '../../electron/cache/writerPriority.ts'
import { systemClock } from '../../electron/clock.ts'
import { createCheckpoints } from '../../electron/sync/checkpoints.ts'
import type { WriteAnswer, WriteRequest } from '../../electron/sync/messages.ts'
import { originOf } from '../../electron/sync/origin.ts'
import { createFeedReader } from '../../electron/sync/reading.ts'
import { createFeedWriter } from '../../electron/sync/writing.ts'
import { credentials } from '../fakes/utility.ts'

const log = pino({ level: 'silent' })
const runWrite: RunWrite = (transaction) => transaction()

/** The program's sync without its threads and its patience: a reading ends when the feed or the first failure does. */
export interface FeedRunner {
  db: WritableDb
  file: string
  /** Whether the reading came to the feed's end. */
  read(): Promise<boolean>
  /** The fleet's owner wants everything loaded anew. */
  resync(): void
  /** As a new process finds it. */
  restart(): void
  close(): Promise<void>
}

export function createFeedRunner(directory: string, baseUrl: string): FeedRunner {
  const file = join(directory, 'cache.db')
  const access = { ...credentials, baseUrl }
  const api = createApiClient({ ...access, log, clock: systemClock })

  function start() {
    const db = openDatabase(file, { role: 'feed' })
    const writer = createFeedWriter({ db, origin: originOf(access), runWrite, checkpoints: createCheckpoints(db, runWrite), report: () => undefined, log })
    const write = (request: WriteRequest): WriteAnswer => {
      const answer = writer.answer(request)
      writer.afterwards()
      return answer
    }
    return { db, write, read: createFeedReader(api, async (request) => write(request)) }
  }

  let running = start()
  return {
    file,
    get db() {
      return running.db
    },
    async read() {
      return (await running.read({ onPage: () => undefined, signal: new AbortController().signal })) === null
    },
    resync: () => void running.write({ kind: 'resync' }),
    restart() {
      running.db.close()
      running = start()
    },
    async close() {
      running.db.close()
      await api.close()
    },
  }
}
