import type { MessagePort } from 'node:worker_threads'
import type { ApiSettings } from '../api/caller.ts'
import type { WriterPriority } from '../cache/writerPriority.ts'
import type { Batch } from './batch.ts'

/** What the fetch worker asks of the write worker; each is answered once, in order. */
export type WriteRequest =
  | { kind: 'position' }
  | { kind: 'batch'; batch: Batch }
  | { kind: 'startAnew' } // the utility no longer knows our cursor
  | { kind: 'resync' } // the fleet's owner asks for a full resync; ignored while one is running
  | { kind: 'branch'; data: string }
  | { kind: 'rest' } // the reading is over: time to shorten the write-ahead log

/** Where the feed is to be read on from. */
export interface WriteAnswer {
  /** false: the request had no effect, and requests that depend on it must not be sent. */
  accepted: boolean
  cursor: string | null
  /** Pages are loaded into staging tables. */
  staging: boolean
  /** The served tables are complete and in use. */
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
  | { kind: 'corrupt' } // the database file is corrupt: the sync ends
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
