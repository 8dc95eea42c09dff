import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../cache/openDatabase.ts'
import { yieldToMain, type RunWrite } from '../cache/writerPriority.ts'
import { isCorruption } from '../faults.ts'
import { createCheckpoints } from './checkpoints.ts'
import type { Report, WriteRequest, WriteWorkerData } from './messages.ts'
import { createWorkerLog } from './workerLog.ts'
import { createFeedWriter } from './writing.ts'

/** The only writer of the cache. Ends when the fetch worker closes the channel between them. */
const main = parentPort
if (!main) throw new Error('runs in a worker thread')
const { databaseFile, origin, reader, priority } = workerData as WriteWorkerData
const report = (message: Report): void => main.postMessage(message)
const runWrite: RunWrite = (transaction) => yieldToMain(priority, transaction)

function work(): void {
  const db = openDatabase(databaseFile, { role: 'feed' })
  reader.on('close', () => db.close())
  const writer = createFeedWriter({ db, origin, runWrite, checkpoints: createCheckpoints(db, runWrite), report, log: createWorkerLog(report) })
  reader.on('message', (request: WriteRequest) => {
    reader.postMessage(writer.answer(request))
    writer.afterwards()
  })
}

try {
  work()
} catch (error) {
  if (!isCorruption(error)) throw error
  report({ kind: 'corrupt' })
}
