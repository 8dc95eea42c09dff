import type { Handlers, HandlersOf } from '../../shared/contract/index.ts'
import type { FiledCommand, OpenedCommand } from '../../shared/contract/outbox.ts'
import { lookalikeFolios, readFolio } from '../../shared/domain/folio.ts'
import { readStaffReason } from '../../shared/domain/staffReason.ts'
import { invalidFields, valueOf } from '../../shared/domain/typedFields.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { findClosing, findClosingBy } from '../cache/queries/closings.ts'
import { countByState, findCommand, findCommandByFolio, pageOfState, type StoredCommand } from '../cache/queries/commands.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { whyNotOpen } from '../outbox/closing.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Counter } from '../session/counter.ts'
import { actorOf } from '../session/person.ts'
import { beginCorrection, readCorrection, whyUncorrectable } from './corrections.ts'
import { writtenIn } from './writtenIn.ts'

/** Rows of a page. */
const PAGE = 25

interface DeskParts {
  db: ReadableDb
  clock: Clock
  counter: Pick<Counter, 'current'>
  outbox: Pick<Outbox, 'file' | 'close'>
}

/**
 * What this kiosk filed, and what becomes of what the utility refused. Who may ask is said by the channel's audience; what may be read or corrected goes by
 * the command, not by the account that the session serves.
 */
export const createOutboxDesk = (parts: DeskParts) => ({ ...toRead(parts.db), ...toSettle(parts) }) satisfies HandlersOf<'outbox'>

function toRead(db: ReadableDb) {
  return {
    'outbox.list': ({ state, before }) => {
      const page = pageOfState(db, { state, before, most: PAGE + 1 })
      const { oldestPendingAt, ...counts } = countByState(db)
      return success({ counts, oldestPendingAt, commands: page.slice(0, PAGE).map((command) => describe(db, command)), more: page.length > PAGE })
    },

    'outbox.find': ({ folio }) => {
      const read = readFolio(folio)
      if (!read.ok) return failure({ code: 'invalid-fields', fields: [{ field: 'folio', problem: read.problem }] })
      const found = [read.folio, ...lookalikeFolios(read.folio)].map((each) => findCommandByFolio(db, each)).find((command) => command !== null)
      return found ? success(nameOf(found)) : failure({ code: 'no-such-folio' })
    },

    'outbox.open': ({ commandId }) => {
      const command = findCommand(db, commandId)
      return command ? success(open(db, command)) : failure({ code: 'not-found' })
    },
  } satisfies Pick<Handlers, 'outbox.list' | 'outbox.find' | 'outbox.open'>
}

function toSettle({ db, clock, counter, outbox }: DeskParts) {
  return {
    'outbox.correction': ({ commandId }) => {
      const command = openRefusal(db, commandId)
      return command.ok ? beginCorrection(db, command.value) : command
    },

    'outbox.correct': ({ commandId, formId, form }) => {
      const { id: sessionId, person } = counter.current()
      // Sent again, because its answer was lost: what it filed is what there is to tell.
      const before = correctionBy(db, commandId, formId)
      if (before) return success(nameOf(before))
      const command = openRefusal(db, commandId)
      if (!command.ok) return command
      const { accountId } = command.value
      const message = readCorrection({ db, clock }, command.value, form)
      if (!message.ok) return message
      const filed = outbox.file({ formId, sessionId, accountId, actor: actorOf(person), message: message.value, corrects: commandId })
      return filed.ok ? success(nameOf(filed.value)) : filed
    },

    'outbox.close': ({ commandId, note }) => {
      const fields = { note: readStaffReason(note, { optional: false }) }
      const wrong = invalidFields(fields)
      if (wrong) return failure(wrong)
      const closed = outbox.close({ commandId, actor: actorOf(counter.current().person), reason: valueOf(fields.note) })
      return closed.ok ? success(nameOf(closed.value)) : closed
    },
  } satisfies Pick<Handlers, 'outbox.correction' | 'outbox.correct' | 'outbox.close'>
}

/** What may still be corrected or closed; the outbox asks again, in the transaction that does it. */
function openRefusal(db: ReadableDb, commandId: string): Result<StoredCommand> {
  const unfit = whyNotOpen(db, commandId)
  const command = findCommand(db, commandId)
  return unfit === null && command ? success(command) : failure({ code: unfit ?? 'not-found' })
}

/** What this form filed in the place of that command; null where it filed nothing. */
function correctionBy(db: ReadableDb, commandId: string, formId: string): StoredCommand | null {
  const correctedBy = findClosing(db, commandId)?.correctedBy
  const correction = correctedBy ? findCommand(db, correctedBy) : null
  return correction?.formId === formId ? correction : null
}

const nameOf = ({ id, localFolio }: Pick<StoredCommand, 'id' | 'localFolio'>) => ({ commandId: id, folio: localFolio })

function describe(db: ReadableDb, command: StoredCommand): FiledCommand {
  const { kind, capturedAt, state, utilityFolio, refusal } = command
  return { ...nameOf(command), kind, filedAt: capturedAt, state, utilityFolio, refusal, settled: settledAs(db, command.id) }
}

function settledAs(db: ReadableDb, commandId: string): FiledCommand['settled'] {
  const closing = findClosing(db, commandId)
  if (!closing) return null
  const { at, correctedBy, reason } = closing
  const by = correctedBy === null ? null : findCommand(db, correctedBy)
  return by ? { how: 'corrected', at, by: nameOf(by) } : { how: 'closed', at, reason: reason ?? '' }
}

function open(db: ReadableDb, command: StoredCommand): OpenedCommand {
  const corrected = findClosingBy(db, command.id)
  const before = corrected && findCommand(db, corrected.commandId)
  const described = describe(db, command)
  const isOpen = command.state === 'refused' && described.settled === null
  return {
    ...described,
    ...writtenIn(db, command),
    corrects: before ? nameOf(before) : null,
    uncorrectable: isOpen ? whyUncorrectable(db, command) : null,
  }
}
