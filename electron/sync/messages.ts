import type { MessagePort } from 'node:worker_threads'
import type { ApiSettings } from '../api/caller.ts'
import type { WriterPriority } from '../cache/writerPriority.ts'
import type { Batch } from './batch.ts'

/** What the fetch worker asks of the write worker; each is answered once, in order. */
export type WriteRequest =
  | { kind: 'position' }
  | { kind: 'batch'; batch: Batch }
  | { kind: 'startAnew' } // the utility no longer knows our cursor
  | { kind: 'resync' } // the fleet's owner wants everything loaded anew; nothing to do where that is under way
  | { kind: 'branch'; data: string }
  | { kind: 'rest' } // nothing more for a while: a moment to tidy the file

/** Where the feed is to be read on from. */
export interface WriteAnswer {
  /** false: the request had no effect, and what follows from it must not be sent. */
  accepted: boolean
  cursor: string | null
  /** A feed from nothing is being loaded. */
  staging: boolean
  /** What is served is whole, and people use it. */
  complete: boolean
  /** Changes of this batch that had an effect. */
  applied: number
}

/** What the main process tells the fetch worker. */
export type Order = { kind: 'poke' } | { kind: 'resync' } | { kind: 'stop' }

/** What the workers tell the main process. */
export type Report =
  | { kind: 'online'; online: boolean }
  | { kind: 'cache'; complete: boolean; asOf: string | null; changesApplied: number; setAside: number; entities: string[] }
  | { kind: 'corrupt' } // the file is not what SQLite wrote: nothing more can be done here
  | { kind: 'log'; line: string }

export interface FetchWorkerData {
  api: ApiSettings
  writer: MessagePort
}

export interface WriteWorkerData {
  databaseFile: string
  origin: string
  reader: MessagePort
  priority: WriterPriority
}
