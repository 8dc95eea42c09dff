import type { FiledRequest, FolioState, RequestForm, RequestSummary, Topic } from '../../shared/contract/requests.ts'
import type { AnswerOf } from '../../shared/contract/index.ts'
import { readFolio } from '../../shared/domain/folio.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { findCommand, findCommandByFolio, type StoredCommand } from '../cache/queries/commands.ts'
import { readFeedState } from '../cache/queries/feed.ts'
import { findRequestByCommand, findRequestByLocalFolio, listRequests } from '../cache/queries/requests.ts'
import { listTopics } from '../cache/queries/topics.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Counter } from '../session/counter.ts'
import type { createAccountService } from './account.ts'
import { describeFiled, folioStateOf, laidOver, pendingFor, summariseRequest } from './filed.ts'
import { readForm } from './requestForm.ts'

interface RequestParts {
  db: Db
  clock: Clock
  counter: Counter
  outbox: Outbox
  account: ReturnType<typeof createAccountService>
  /** The first load is complete. */
  isReady: () => boolean
}

/** Questions and claims: what was filed, what can be filed, and what became of a folio. */
export function createRequestService({ db, clock, counter, outbox, account, isReady }: RequestParts) {
  return {
    topics(): { topics: Topic[] } {
      return { topics: listTopics(db).flatMap(describeTopic) }
    },

    list({ accountId }: { accountId: string }): Result<AnswerOf<'requests.list'>> {
      const header = account.header(accountId)
      if (!header.ok) return header
      return success({ account: header.value, requests: requestsOf(db, accountId, header.value.conventions.timeZone) })
    },

    file(form: RequestForm): Result<FiledRequest> {
      const { id: sessionId, person } = counter.current()
      if (person.kind === 'visitor' || !counter.mayRead(form.accountId)) return failure({ code: 'not-allowed' })
      const message = readForm(db, clock, form)
      if (!message.ok) return message
      const { formId, accountId } = form
      const filed = outbox.file({ formId, sessionId, accountId, actor: { kind: person.kind }, message: message.value })
      if (!filed.ok) return filed
      // A form of somebody who stood here before is not this person's to see.
      return filed.value.sessionId === sessionId ? success(describeFiled(db, filed.value)) : failure({ code: 'not-allowed' })
    },

    filed({ commandId }: { commandId: string }): Result<FiledRequest> {
      const command = findCommand(db, commandId)
      const mine = command?.sessionId === counter.current().id
      return command && mine ? success(describeFiled(db, command)) : failure({ code: 'not-allowed' })
    },

    byFolio({ folio: typed }: { folio: string }): Result<FolioState> {
      const read = readFolio(typed)
      if (!read.ok) return failure({ code: 'invalid-fields', fields: [{ field: 'folio', problem: read.problem }] })
      const state = folioStateOf(findCommandByFolio(db, read.folio), findRequestByLocalFolio(db, read.folio), read.folio)
      if (state) return success(state)
      return failure({ code: isReady() ? 'no-such-folio' : 'preparing-data' })
    },
  }
}

function requestsOf(db: Db, accountId: string, timeZone: string): RequestSummary[] {
  const isInFeed = (command: StoredCommand): boolean => findRequestByCommand(db, command.id) !== null
  const pending = pendingFor(db, accountId, readFeedState(db).asOf).filter((command) => !isInFeed(command))
  return laidOver(listRequests(db, accountId).map(summariseRequest), pending.map((command) => summariseCommandOf(db, command, timeZone)))
}

function describeTopic({ id, kind, name, emergency, requiresInvoice, requiresReading }: ReturnType<typeof listTopics>[number]): Topic[] {
  if (kind !== 'question' && kind !== 'claim') return []
  return [{ id, kind, name, emergency: emergency ?? false, requiresInvoice: requiresInvoice ?? false, requiresReading: requiresReading ?? false }]
}
