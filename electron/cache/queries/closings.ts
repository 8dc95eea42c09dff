import type { RefusalReason } from './commands.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { query, statement } from '../statement.ts'

/** A row of `command_closing`: what staff made of a refused command. One of `correctedBy` and `reason` is null. */
export interface Closing {
  commandId: string
  /** RFC 3339. */
  at: string
  /** As the audit names them. */
  who: string
  /** The command that was filed in its place. */
  correctedBy: string | null
  /** Why nothing was: the clerk's words. */
  reason: string | null
}

const SELECT = 'SELECT command_id AS commandId, at, who, corrected_by AS correctedBy, reason FROM command_closing'

export const findClosing = (db: ReadableDb, commandId: string): Closing | null =>
  query<[string], Closing>(db, `${SELECT} WHERE command_id = ?`).get(commandId) ?? null

/** The closing that a command brought about by taking another's place. */
export const findClosingBy = (db: ReadableDb, correctedBy: string): Closing | null =>
  query<[string], Closing>(db, `${SELECT} WHERE corrected_by = ?`).get(correctedBy) ?? null

/** What a customer is told of a refused command that staff corrected or closed. */
export interface Settled {
  /** The folio of what was filed in its place; null where nothing was. */
  successor: string | null
}

/** null while nothing was made of it. */
export function findSettled(db: ReadableDb, commandId: string): Settled | null {
  const sql = `SELECT successor.local_folio AS successor FROM command_closing AS closing
    LEFT JOIN command AS successor ON successor.id = closing.corrected_by WHERE closing.command_id = ?`
  return query<[string], Settled>(db, sql).get(commandId) ?? null
}

/** Throws where the command has one already: the table holds one of each. */
export function insertClosing(db: WritableDb, { commandId, at, who, correctedBy, reason }: Closing): void {
  const sql = 'INSERT INTO command_closing (command_id, at, who, corrected_by, reason) VALUES (?, ?, ?, ?, ?)'
  statement(db, sql).run(commandId, at, who, correctedBy, reason)
}

/** With why the utility refused the command. */
export type ExplainedClosing = Closing & { refusal: RefusalReason | null }

/** Those that were stored after the one of this command, in their order; all of them without one. */
export function closingsAfter(db: ReadableDb, commandId: string | null): ExplainedClosing[] {
  const sql = `SELECT closing.command_id AS commandId, at, who, corrected_by AS correctedBy, reason, refusal
    FROM command_closing AS closing LEFT JOIN command ON command.id = closing.command_id
    WHERE closing.seq > coalesce((SELECT seq FROM command_closing WHERE command_id = ?), 0) ORDER BY closing.seq`
  return query<[string | null], Closing & { refusal: string | null }>(db, sql)
    .all(commandId)
    .map(({ refusal, ...closing }) => ({ ...closing, refusal: refusal === null ? null : (JSON.parse(refusal) as RefusalReason) }))
}

/** The commands that have one. */
export const closedCommands = (db: ReadableDb): string[] => query<[], string>(db, 'SELECT command_id FROM command_closing').pluck().all()
