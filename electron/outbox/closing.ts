import { failure, success, type Result } from '../../shared/result.ts'
import type { ProblemCode } from '../../shared/problems.ts'
import type { Audit } from '../audit/audit.ts'
import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { findClosing, findClosingBy, insertClosing } from '../cache/queries/closings.ts'
import { findCommand, type NewCommand, type StoredCommand } from '../cache/queries/commands.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import { isDatabaseFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { auditName, type AuditName } from '../session/actor.ts'
import type { JournalClosing } from './journalLines.ts'
import type { JournalWriter } from './journalWriter.ts'
import type { ClosingOrder } from './outbox.ts'

interface ClosingParts {
  db: WritableDb
  clock: Clock
  log: Log
  audit: Audit
  journal: Pick<JournalWriter, 'add'>
}

/** Why it can be neither corrected nor closed; to be asked in the transaction that does so. */
export function whyNotOpen(db: ReadableDb, commandId: string): ProblemCode | null {
  const command = findCommand(db, commandId)
  if (!command) return 'not-found'
  if (command.state !== 'refused') return 'not-refused'
  return findClosing(db, commandId) ? 'settled-already' : null
}

/** Closes a refused command with its reason, in one transaction, then writes it down a second time. */
export function closeRefused(parts: ClosingParts, order: ClosingOrder): Result<StoredCommand> {
  const { db, log, journal } = parts
  try {
    const closed = inTransaction(db, () => close(parts, order))
    if (closed.ok) journal.add(...explained(db, order.commandId))
    return closed
  } catch (error) {
    if (!isDatabaseFault(error)) throw error
    log.error({ code: error.code }, 'closing not stored')
    return failure({ code: 'cannot-store' })
  }
}

function close({ db, clock, audit }: ClosingParts, { commandId, actor, reason }: ClosingOrder): Result<StoredCommand> {
  const unfit = whyNotOpen(db, commandId)
  if (unfit) return failure({ code: unfit })
  const who = auditName(actor)
  insertClosing(db, { commandId, at: new Date(clock.now()).toISOString(), who, correctedBy: null, reason })
  const command = findCommand(db, commandId)
  if (!command) throw new Error('a command is gone that was just there')
  audit.record({ who, what: 'command.closed', subject: { commandId, folio: command.localFolio } })
  return success(command)
}

/** That a command was filed in the place of a refused one; in the transaction that stores it. */
export function noteCorrected({ db, audit }: Pick<ClosingParts, 'db' | 'audit'>, commandId: string, by: NewCommand & { who: AuditName }): void {
  insertClosing(db, { commandId, at: by.capturedAt, who: by.who, correctedBy: by.id, reason: null })
  const folio = findCommand(db, commandId)?.localFolio ?? ''
  audit.record({ who: by.who, what: 'command.corrected', subject: { commandId, folio, correctedBy: by.id, correctedByFolio: by.localFolio } })
}

/** What the journal is to say of what a command corrects; nothing where it corrects none. */
export function closingOf(db: ReadableDb, correctedBy: string): JournalClosing[] {
  const closing = findClosingBy(db, correctedBy)
  return closing ? explained(db, closing.commandId) : []
}

function explained(db: ReadableDb, commandId: string): JournalClosing[] {
  const closing = findClosing(db, commandId)
  return closing ? [{ ...closing, refusal: findCommand(db, commandId)?.refusal ?? null }] : []
}
