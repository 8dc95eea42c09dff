import { z } from 'zod'
import type { Command } from '../../../shared/utility-api/generated/types.gen.ts'
import { zCommand } from '../../../shared/utility-api/generated/zod.gen.ts'
import type { Db } from '../db.ts'
import { statement } from '../statement.ts'

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

const one = (db: Db, where: string, value: string): StoredCommand | null => {
  const row = statement<[string], Row>(db, `${SELECT} WHERE ${where}`).get(value)
  return row ? toCommand(row) : null
}

export const findCommand = (db: Db, id: string): StoredCommand | null => one(db, 'id = ?', id)
export const findCommandByFolio = (db: Db, localFolio: string): StoredCommand | null => one(db, 'local_folio = ?', localFolio)
export const findCommandByForm = (db: Db, formId: string): StoredCommand | null => one(db, 'form_id = ?', formId)

/** In the order in which they were filed. */
export const commandsOfAccount = (db: Db, accountId: string): StoredCommand[] =>
  statement<[string], Row>(db, `${SELECT} WHERE account_id = ? ORDER BY seq`).all(accountId).map(toCommand)

/** In the order in which they were filed: the order in which each account's are delivered. */
export const pendingCommands = (db: Db): StoredCommand[] =>
  statement<[], Row>(db, `${SELECT} WHERE state = 'pending' ORDER BY seq`).all().map(toCommand)

/** What the bytes say, judged again each time that they are taken out; null when they no longer are a command. */
export function readBody(body: Uint8Array): Command | null {
  try {
    const parsed = zCommand.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Set aside for a clerk, newest first. */
export const refusedCommands = (db: Db): StoredCommand[] =>
  statement<[], Row>(db, `${SELECT} WHERE state = 'refused' ORDER BY seq DESC`).all().map(toCommand)
