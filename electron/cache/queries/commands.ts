import { z } from 'zod'
import type { Command, CommandReceipt } from '../../../shared/utility-api/generated/types.gen.ts'
import { zCommand } from '../../../shared/utility-api/generated/zod.gen.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { query, statement } from '../statement.ts'

/** Why the utility will never take a command; `code` is the last part of its problem type, `detail` what it says to a clerk. */
export const refusalReason = z.object({ code: z.string(), detail: z.string() })
export type RefusalReason = z.infer<typeof refusalReason>

/** A row of `command`. */
export interface StoredCommand {
  /** UUIDv7; the Idempotency-Key. */
  id: string
  formId: string
  sessionId: string
  kind: Command['kind']
  accountId: string | null
  /** What the customer was given. */
  localFolio: string
  /** RFC 3339; the legal date. */
  capturedAt: string
  /** The bytes that are sent. */
  body: Buffer
  state: 'pending' | 'delivered' | 'refused'
  attempts: number
  /** The utility's own number, once it has answered. */
  utilityFolio: string | null
  /** The utility's time. */
  receivedAt: string | null
  answerDueOn: string | null
  refusal: RefusalReason | null
}

type Row = Omit<StoredCommand, 'refusal'> & { refusal: string | null }

const SELECT = `
  SELECT id, form_id AS formId, session_id AS sessionId, kind, account_id AS accountId, local_folio AS localFolio,
    captured_at AS capturedAt, body, state, attempts, utility_folio AS utilityFolio, received_at AS receivedAt,
    answer_due_on AS answerDueOn, refusal
  FROM command`

const toCommand = (row: Row): StoredCommand => ({ ...row, refusal: row.refusal === null ? null : refusalReason.parse(JSON.parse(row.refusal)) })

const one = (db: ReadableDb, where: string, value: string): StoredCommand | null => {
  const row = query<[string], Row>(db, `${SELECT} WHERE ${where}`).get(value)
  return row ? toCommand(row) : null
}

export const findCommand = (db: ReadableDb, id: string): StoredCommand | null => one(db, 'id = ?', id)
export const findCommandByFolio = (db: ReadableDb, localFolio: string): StoredCommand | null => one(db, 'local_folio = ?', localFolio)
export const findCommandByForm = (db: ReadableDb, formId: string): StoredCommand | null => one(db, 'form_id = ?', formId)

const SIGNS = [' ', '-', '.', '/', '#', '\u2010', '\u2011', '\u2013', '\u2014']
const withoutSigns = SIGNS.reduce((sql, sign) => `replace(${sql}, '${sign}', '')`, 'utility_folio')

/** Those that the utility knows by a number of its own, whatever case, hyphens and spaces it is typed with. */
export function findCommandsByUtilityFolio(db: ReadableDb, typed: string): StoredCommand[] {
  const key = SIGNS.reduce((text, sign) => text.replaceAll(sign, ''), typed.normalize('NFKC')).toUpperCase()
  return query<[string], Row>(db, `${SELECT} WHERE utility_folio IS NOT NULL AND upper(${withoutSigns}) = ? LIMIT 2`).all(key).map(toCommand)
}

/** In the order in which they were filed. */
export const commandsOfAccount = (db: ReadableDb, accountId: string): StoredCommand[] =>
  query<[string], Row>(db, `${SELECT} WHERE account_id = ? ORDER BY seq`).all(accountId).map(toCommand)

/** In the order in which they were filed: the order in which each account's are delivered. */
export const pendingCommands = (db: ReadableDb): StoredCommand[] => query<[], Row>(db, `${SELECT} WHERE state = 'pending' ORDER BY seq`).all().map(toCommand)

/** What the bytes say, judged again each time that they are taken out; null when they no longer are a command. */
export function readBody(body: Uint8Array): Command | null {
  try {
    const parsed = zCommand.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** A command as it is filed. */
export type NewCommand = Omit<StoredCommand, 'state' | 'attempts' | 'utilityFolio' | 'receivedAt' | 'answerDueOn' | 'refusal'>

/** Stores it as pending, after all that were filed before. */
export function insertCommand(db: WritableDb, { id, formId, sessionId, kind, accountId, localFolio, capturedAt, body }: NewCommand): void {
  const sql = `INSERT INTO command (id, form_id, session_id, kind, account_id, local_folio, captured_at, body, state, attempts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0)`
  statement(db, sql).run(id, formId, sessionId, kind, accountId, localFolio, capturedAt, body)
}

/** How many there are, whatever became of them. */
export const countCommands = (db: ReadableDb): number => query<[], { n: number }>(db, 'SELECT count(*) AS n FROM command').get()?.n ?? 0

/** Messages without an account: of a visit, and of everybody since a time. */
export function countMessages(db: ReadableDb, sessionId: string, since: string): { ofVisit: number; since: number } {
  const sql = `SELECT count(*) FILTER (WHERE session_id = @sessionId) AS ofVisit, count(*) FILTER (WHERE captured_at > @since) AS since
    FROM command WHERE kind = 'contact' AND account_id IS NULL`
  return query<[Record<string, string>], { ofVisit: number; since: number }>(db, sql).get({ sessionId, since }) ?? { ofVisit: 0, since: 0 }
}

export interface CommandCounts {
  pending: number
  delivered: number
  /** Those that still want somebody: neither corrected nor closed. */
  refused: number
  /** RFC 3339. */
  oldestPendingAt: string | null
}

export function countByState(db: ReadableDb): CommandCounts {
  const count = (state: StoredCommand['state']): string => `SELECT count(*) FROM command WHERE state = '${state}'`
  const sql = `SELECT (${count('pending')}) AS pending, (${count('delivered')}) AS delivered,
    (${count('refused')} AND NOT EXISTS (SELECT 1 FROM command_closing WHERE command_id = command.id)) AS refused,
    (SELECT captured_at FROM command WHERE state = 'pending' ORDER BY seq LIMIT 1) AS oldestPendingAt`
  return query<[], CommandCounts>(db, sql).get() ?? { pending: 0, delivered: 0, refused: 0, oldestPendingAt: null }
}

/** From where the last page ended, so that no page looks at the rows of those before it. */
export const PAGE_OF_STATE = `${SELECT} WHERE state = @state AND seq < ifnull((SELECT seq FROM command WHERE id = @before), ${Number.MAX_SAFE_INTEGER})
  ORDER BY seq DESC LIMIT @most`

/** So many of a state, newest first, before the one of that id where it is given. */
export const pageOfState = (db: ReadableDb, page: { state: StoredCommand['state']; before: string | null; most: number }): StoredCommand[] =>
  query<[object], Row>(db, PAGE_OF_STATE).all(page).map(toCommand)

/** What waits, in the order in which it was filed. */
export const pendingLanes = (db: ReadableDb): { id: string; accountId: string | null }[] =>
  query<[], { id: string; accountId: string | null }>(db, "SELECT id, account_id AS accountId FROM command WHERE state = 'pending' ORDER BY seq").all()

/** The first of an account that waits. */
export const nextOfAccount = (db: ReadableDb, accountId: string): StoredCommand | null =>
  one(db, "state = 'pending' AND account_id = ? ORDER BY seq LIMIT 1", accountId)

export const noteAttempt = (db: WritableDb, id: string): void => void statement(db, 'UPDATE command SET attempts = attempts + 1 WHERE id = ?').run(id)

/** The utility has it. */
export function markDelivered(db: WritableDb, id: string, { folio, receivedAt, answerDueOn = null }: Omit<CommandReceipt, 'commandId'>): void {
  const sql = `UPDATE command SET state = 'delivered', attempts = attempts + 1, utility_folio = ?, received_at = ?, answer_due_on = ?
    WHERE id = ? AND state = 'pending'`
  statement(db, sql).run(folio, receivedAt, answerDueOn, id)
}

/** The utility will never take it: it is kept for a clerk. `at`: RFC 3339. */
export function markRefused(db: WritableDb, id: string, reason: RefusalReason, at: string): void {
  const sql = "UPDATE command SET state = 'refused', attempts = attempts + 1, refusal = ?, refused_at = ? WHERE id = ? AND state = 'pending'"
  statement(db, sql).run(JSON.stringify(reason), at, id)
}

/** The identifiers of those that the utility took or refused. */
export const answeredCommands = (db: ReadableDb): string[] =>
  query<[], { id: string }>(db, "SELECT id FROM command WHERE state <> 'pending'")
    .all()
    .map(({ id }) => id)
