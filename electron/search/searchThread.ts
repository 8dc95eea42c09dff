import type { SearchHit } from '../../shared/contract/search.ts'
import { startWorkingThread } from '../documents/thread.ts'
import type { Log } from '../log/log.ts'
import type { SearchJobs } from './searchJobs.ts'

/** A search takes some milliseconds. */
const LONGEST_JOB_MS = 10_000
const MOST_MEMORY_MB = 128

/** The clerks' search, away from the main event loop. */
export interface Searching {
  /** Rejects when the cache cannot be read. */
  find(text: string, recent: readonly string[]): Promise<SearchHit[]>
  close(): Promise<void>
}

export function startSearching({ log, databaseFile }: { log: Log; databaseFile: string }): Searching {
  const { ask, close } = startWorkingThread<SearchJobs>({
    name: 'search',
    log,
    longestJobMs: LONGEST_JOB_MS,
    mostMemoryMb: MOST_MEMORY_MB,
    data: { databaseFile },
  })
  return { find: (text, recent) => ask('find', { text, recent }), close }
}
