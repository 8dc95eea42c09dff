import { parentPort, workerData } from 'node:worker_threads'
import { atOneMoment, openForReading, type ReadOnlyConnection } from '../cache/openDatabase.ts'
import { answerQuestions } from '../documents/answering.ts'
import { search } from './search.ts'
import type { SearchJobs } from './searchJobs.ts'

if (!parentPort) throw new Error('the search thread is started by searchThread.ts')

const { databaseFile } = workerData as { databaseFile: string }
let connection: ReadOnlyConnection | null = null

// It stays open, because statements and the dictionary are kept by connection. A recovery, which replaces the file, starts another thread.
answerQuestions<SearchJobs>(parentPort, ({ question: { text, recent } }) => {
  const db = (connection ??= openForReading(databaseFile))
  return atOneMoment(db, () => search(db, text, { recent }))
})
