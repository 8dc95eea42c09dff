import type { ReadableDb } from '../cache/db.ts'
import { query } from '../cache/statement.ts'
import { chainedColumns, linkAfter, START, type ChainedRow } from './chain.ts'

/** The bytes that stand in the file: a text that is no UTF-8 reads like another. A number beyond JavaScript's is a text. */
export interface StoredRow extends ChainedRow {
  seq: string
  prev: Buffer
  hash: Buffer
}

const texts = chainedColumns.filter((column) => column !== 'seq').map((column) => `CAST(${column} AS BLOB) AS ${column}`)
const hashes = ['prev', 'hash'].map((column) => `CAST(coalesce(${column}, '') AS BLOB) AS ${column}`)
const ROWS = `SELECT CAST(seq AS TEXT) AS seq, ${[...texts, ...hashes].join(', ')} FROM audit`

export interface Step {
  row: StoredRow
  /** The row before it. */
  after: StoredRow | null
  /** It says that it comes after that one. */
  follows: boolean
  /** Its hash is that of what it says. */
  intact: boolean
}

/** Rows by their numbers, both ends within it. */
export interface Stretch {
  from: number
  to: number
}

/** Every row in order, or every one of a stretch. Nothing may be written on this connection meanwhile. */
export function* walkChain(db: ReadableDb, stretch?: Stretch): Generator<Step> {
  let after = stretch ? rowBefore(db, stretch.from) : null
  for (const row of rowsOf(db, stretch)) {
    yield { row, after, follows: row.prev.equals(after?.hash ?? START), intact: isIntact(row) }
    after = row
  }
}

const rowsOf = (db: ReadableDb, stretch?: Stretch): IterableIterator<StoredRow> =>
  stretch
    ? query<[number, number], StoredRow>(db, `${ROWS} WHERE audit.seq BETWEEN ? AND ? ORDER BY audit.seq`).iterate(stretch.from, stretch.to)
    : query<[], StoredRow>(db, `${ROWS} ORDER BY audit.seq`).iterate()

const rowBefore = (db: ReadableDb, seq: number): StoredRow | null =>
  query<[number], StoredRow>(db, `${ROWS} WHERE audit.seq < ? ORDER BY audit.seq DESC LIMIT 1`).get(seq) ?? null

/** @param number as if it had that one */
export const isIntact = (row: StoredRow, number = row.seq): boolean => linkAfter(row.prev, { ...row, seq: number }).equals(row.hash)

export const rowsAfter = (db: ReadableDb, row: StoredRow): IterableIterator<StoredRow> =>
  query<[string], StoredRow>(db, `${ROWS} WHERE audit.seq > CAST(? AS INTEGER) ORDER BY audit.seq`).iterate(row.seq)

/** The first row behind that one which says that it follows that hash. */
export const followerBehind = (db: ReadableDb, row: StoredRow, hash: Uint8Array): StoredRow | null =>
  query<[string, Uint8Array], StoredRow>(db, `${ROWS} WHERE audit.seq > CAST(? AS INTEGER) AND audit.prev = ? ORDER BY audit.seq LIMIT 1`).get(row.seq, hash) ??
  null
