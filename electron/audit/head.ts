import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { query, statement } from '../cache/statement.ts'

/** A row by its number, and its hash in hexadecimal digits: whoever keeps it can tell later whether the rows up to it are still the same. */
export interface Head {
  seq: number
  hash: string
}

/** The one row of `audit_head`: how many rows there are, and the last one. */
interface StoredHead {
  rows: number
  seq: number
  hash: Buffer
}

export const readStoredHead = (db: ReadableDb): StoredHead | null => query<[], StoredHead>(db, 'SELECT rows, seq, hash FROM audit_head').get() ?? null

/** Null before the first row. */
export function readHead(db: ReadableDb): Head | null {
  const stored = readStoredHead(db)
  return stored && { seq: stored.seq, hash: stored.hash.toString('hex') }
}

/** One row more; in the transaction that inserts it. */
export function advanceHead(db: WritableDb, seq: number, hash: Buffer): void {
  const sql = `INSERT INTO audit_head (only_row, rows, seq, hash) VALUES (1, 1, ?, ?)
    ON CONFLICT (only_row) DO UPDATE SET rows = rows + 1, seq = excluded.seq, hash = excluded.hash`
  statement(db, sql).run(seq, hash)
}

/** For whoever has filled the table otherwise than row by row. */
export function setHeadToLastRow(db: WritableDb): void {
  db.exec(`
    DELETE FROM audit_head;
    INSERT INTO audit_head (only_row, rows, seq, hash) SELECT 1, (SELECT count(*) FROM audit), seq, hash FROM audit ORDER BY seq DESC LIMIT 1;
  `)
}

/** Whether that row is here, with that hash. */
export const hasRow = (db: ReadableDb, { seq, hash }: Head): boolean =>
  query<[number, string], unknown>(db, 'SELECT 1 FROM audit WHERE seq = ? AND hex(hash) = upper(?)').get(seq, hash) !== undefined

/** As heartbeats and the log say it. */
export const headText = ({ seq, hash }: Head): string => `seq:${seq} sha256:${hash}`

/** A head as somebody wrote it down, perhaps without its number. */
export type NotedHead = Pick<Head, 'hash'> & { seq: number | null }

/** In whole or its digits alone; null for anything else. */
export function readNotedHead(text: string): NotedHead | null {
  const { seq, hash } = /^(?:seq:(?<seq>\d{1,15})\s+)?(?:sha256:)?(?<hash>[0-9a-f]{64})$/i.exec(text.trim())?.groups ?? {}
  return hash === undefined ? null : { seq: seq === undefined ? null : Number(seq), hash: hash.toLowerCase() }
}
