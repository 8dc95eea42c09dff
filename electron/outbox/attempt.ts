import type { CommandReceipt } from '../../shared/utility-api/generated/types.gen.ts'
import type { ApiClient } from '../api/client.ts'
import type { ApiFailure, Refusal } from '../api/outcome.ts'
import type { Audit } from '../audit/audit.ts'
import type { WritableDb } from '../cache/db.ts'
import { findCommand, markDelivered, markRefused, noteAttempt, readBody, type StoredCommand } from '../cache/queries/commands.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'

export interface AttemptParts {
  db: WritableDb
  clock: Pick<Clock, 'now'>
  log: Log
  audit: Audit
  api: Pick<ApiClient, 'deliverCommand'>
  onChanged: (command: StoredCommand) => void
}

/**
 * Gives the utility one command: the bytes as they were stored. Answers null when that decided it, one way or the other; else why it has to
 * be given again. Throws what SQLite throws: then it is still pending, and giving the same bytes again does no harm.
 */
export async function attempt(parts: AttemptParts, command: StoredCommand, signal: AbortSignal): Promise<ApiFailure | null> {
  const { id, body } = command
  if (readBody(body)?.id !== id) return noteRefused(parts, command, { code: 'unreadable', detail: '', errors: [] })
  const outcome = await parts.api.deliverCommand({ id, body }, { signal })
  if (outcome.ok) return noteDelivered(parts, command, outcome.value)
  if (outcome.refusal) return noteRefused(parts, command, outcome.refusal)
  if (!signal.aborted) inTransaction(parts.db, () => noteAttempt(parts.db, id))
  return outcome
}

function noteDelivered(parts: AttemptParts, { id, localFolio }: StoredCommand, receipt: CommandReceipt): null {
  inTransaction(parts.db, () => {
    markDelivered(parts.db, id, receipt)
    parts.audit.record({ who: 'system', what: 'command.delivered', subject: { commandId: id, folio: localFolio, utilityFolio: receipt.folio } })
  })
  return tell(parts, id)
}

/** Set aside with its reason, for a clerk; nothing of it is lost. */
function noteRefused(parts: AttemptParts, { id, localFolio }: StoredCommand, { code, detail }: Refusal): null {
  inTransaction(parts.db, () => {
    markRefused(parts.db, id, { code, detail }, new Date(parts.clock.now()).toISOString())
    parts.audit.record({ who: 'system', what: 'command.refused', subject: { commandId: id, folio: localFolio }, outcome: code })
  })
  parts.log.warn({ commandId: id, code }, 'command refused: set aside for staff')
  return tell(parts, id)
}

function tell({ db, onChanged }: AttemptParts, id: string): null {
  const command = findCommand(db, id)
  if (command) onChanged(command)
  return null
}
