import { createHash } from 'node:crypto'
import { z } from 'zod'
import { filedKind } from '../../shared/contract/filings.ts'
import type { ExplainedClosing } from '../cache/queries/closings.ts'
import { refusalReason, type StoredCommand } from '../cache/queries/commands.ts'

/** What was filed. */
export type JournalEntry = Pick<StoredCommand, 'id' | 'formId' | 'sessionId' | 'kind' | 'accountId' | 'localFolio' | 'capturedAt' | 'body'>
/** What staff made of a refused command. A correction's stands before the line of the command that corrects. */
export type JournalClosing = ExplainedClosing
export type JournalLine = JournalEntry | JournalClosing

export const isClosing = (line: JournalLine): line is JournalClosing => 'commandId' in line
/** A line of the same key says the same. */
export const keyOfLine = (line: JournalLine): string => (isClosing(line) ? `closing ${line.commandId}` : line.id)

const entry = z.object({
  id: z.uuid(),
  formId: z.string(),
  sessionId: z.string(),
  kind: filedKind,
  accountId: z.string().nullable(),
  localFolio: z.string(),
  capturedAt: z.string(),
  body: z.base64().transform((text) => Buffer.from(text, 'base64')),
})
const closing = z.object({
  commandId: z.uuid(),
  at: z.string(),
  who: z.string(),
  correctedBy: z.uuid().nullable(),
  reason: z.string().nullable(),
  refusal: refusalReason.nullable(),
})
const anyLine = z.union([entry, closing])

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Begins with a line feed: what an append that was cut off left behind ends there. */
export function writeLine(line: JournalLine): string {
  const text = JSON.stringify(isClosing(line) ? plainClosing(line) : plainEntry(line))
  return `\n${checksum(text)} ${text}\n`
}

function plainEntry({ id, formId, sessionId, kind, accountId, localFolio, capturedAt, body }: JournalEntry) {
  return { id, formId, sessionId, kind, accountId, localFolio, capturedAt, body: body.toString('base64') }
}

const plainClosing = ({ commandId, at, who, correctedBy, reason, refusal }: JournalClosing) => ({ commandId, at, who, correctedBy, reason, refusal })

/** None where the line is torn or damaged. */
export function readLine(text: string): JournalLine[] {
  const [sum = '', content = ''] = [text.slice(0, 32), text.slice(33)]
  if (content === '' || checksum(content) !== sum) return []
  const parsed = anyLine.safeParse(JSON.parse(content))
  return parsed.success ? [parsed.data] : []
}
