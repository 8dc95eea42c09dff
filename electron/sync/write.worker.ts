import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../cache/open.ts'
import type { Report, WriteRequest, WriteWorkerData } from './messages.ts'
import { createWorkerLog } from './workerLog.ts'
import { createWriteDesk } from './writing.ts'

/** The only writer of the cache. Ends when the fetch worker closes the channel between them. */
const main = parentPort
if (!main) throw new Error('runs in a worker thread')
const { databaseFile, origin, reader } = workerData as WriteWorkerData
const report = (message: Report): void => main.postMessage(message)
const db = openDatabase(databaseFile, { role: 'feed' })
const desk = createWriteDesk({ db, origin, report, log: createWorkerLog(report) })

reader.on('message', (request: WriteRequest) => reader.postMessage(desk.answer(request)))
reader.on('close', () => db.close())
