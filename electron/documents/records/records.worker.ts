import { parentPort, workerData } from 'node:worker_threads'
import type { ReadableDb } from '../../cache/db.ts'
import { openSnapshot } from '../../cache/openDatabase.ts'
import { answerQuestions } from '../answering.ts'
import { readDayEnd } from '../../dayEnd/readDayEnd.ts'
import { extractStatement } from '../statement/extract.ts'
import type { JobMessage } from '../thread.ts'
import type { RecordJobs } from './recordJobs.ts'

if (!parentPort) throw new Error('the records thread is started by records.ts')

// The archiver of exceljs calls `Buffer()`; once bundled, Node would say so on standard error, among the lines of the log.
process.noDeprecation = true

const { databaseFile } = workerData as { databaseFile: string }

answerQuestions<RecordJobs>(parentPort, (message) => atOneMoment(message.question.held, (db) => perform(db, message)), undefined, bytesOf)

/** What writes files is loaded when the first is asked for: the screens need none of it. */
async function perform(db: ReadableDb, message: JobMessage<RecordJobs>): Promise<unknown> {
  switch (message.kind) {
    case 'extract':
      return extractStatement(db, message.question.order)
    case 'statementFile':
      return (await import('../statement/statementFile.ts')).writeStatementFile(db, message.question.order)
    case 'day':
      return readDayEnd(db, message.question.order.day)
    case 'dayFile':
      return (await import('../dayEnd/dayEndFile.ts')).writeDayFile(db, message.question.order)
    case 'consumptionFile':
      return (await import('../consumption/consumptionFile.ts')).writeConsumptionFile(db, message.question.order)
  }
}

/** Balance and movements must be of the same moment, whatever the sync writes meanwhile. Opened anew, because the file may be replaced. */
async function atOneMoment(held: Uint8Array | null, work: (db: ReadableDb) => unknown): Promise<unknown> {
  const db = openSnapshot(databaseFile, held)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** Small Buffers share their memory with others, and are copied. */
function bytesOf(answer: unknown): ArrayBuffer[] {
  if (!(answer instanceof Uint8Array) || !(answer.buffer instanceof ArrayBuffer)) return []
  return answer.byteLength === answer.buffer.byteLength ? [answer.buffer] : []
}
