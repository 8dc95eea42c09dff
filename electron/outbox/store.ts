import { failure, success, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit/audit.ts'
import type { WritableDb } from '../cache/db.ts'
import type { BranchInfo } from '../cache/queries/branch.ts'
import { findCommand, insertCommand, type StoredCommand } from '../cache/queries/commands.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import { isDatabaseFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { auditName } from '../session/actor.ts'
import { closingOf, noteCorrected, whyNotOpen } from './closing.ts'
import type { Enrolment } from './enrolment.ts'
import { filedByForm } from './filedBefore.ts'
import { prepareCommand } from './filing.ts'
import type { Folios } from './folios.ts'
import type { JournalWriter } from './journalWriter.ts'
import type { FilingOrder } from './outbox.ts'

interface StoreParts {
  db: WritableDb
  clock: Clock
  log: Log
  audit: Audit
  folios: Folios
  enrolment: Enrolment
  journal: JournalWriter
}

export interface Stored {
  command: StoredCommand
  /** false: the form was filed before. */
  isNew: boolean
}

/** Stores a command with its folio in one transaction, then writes it down a second time. On the disk when it answers. */
export function storeCommand(parts: StoreParts, order: FilingOrder): Result<Stored> {
  const { db, log, journal } = parts
  try {
    const before = filedByForm(db, order)
    if (before) return before.ok ? success({ command: before.value, isNew: false }) : before
    const bound = ensureBound(parts)
    if (bound.standing !== 'open') return failure({ code: bound.standing })
    const stored = inTransaction(db, () => insert(parts, order, bound.branch))
    if (!stored.ok) return stored
    journal.add(...closingOf(db, stored.value.id), stored.value)
    return success({ command: stored.value, isNew: true })
  } catch (error) {
    if (!isDatabaseFault(error)) throw error
    log.error({ code: error.code }, 'command not stored')
    return failure({ code: 'cannot-store' })
  }
}

/** Binds this directory to its series, if that can be done and is not. Throws what SQLite throws. */
export function ensureBound({ enrolment, journal }: Pick<StoreParts, 'enrolment' | 'journal'>): ReturnType<Enrolment['ensureBound']> {
  const bound = enrolment.ensureBound()
  if (bound.standing === 'open' && bound.boundNow) journal.markVerified()
  return bound
}

function insert({ db, clock, audit, folios }: StoreParts, order: FilingOrder, branch: BranchInfo): Result<StoredCommand> {
  const unfit = order.corrects === undefined ? null : whyNotOpen(db, order.corrects)
  if (unfit) return failure({ code: unfit })
  const folio = folios.give(branch)
  if (!folio.ok) return folio
  const prepared = prepareCommand(order, { branch, localFolio: folio.value, now: clock.now() })
  insertCommand(db, prepared)
  const { id, kind, accountId, localFolio } = prepared
  const subject = { commandId: id, folio: localFolio, kind, ...(accountId !== null && { accountId }) }
  audit.record({ who: auditName(order.actor), what: 'command.filed', subject })
  if (order.corrects !== undefined) noteCorrected({ db, audit }, order.corrects, { ...prepared, who: auditName(order.actor) })
  const stored = findCommand(db, id)
  if (!stored) throw new Error('a command is not there that was just stored')
  return success(stored)
}
