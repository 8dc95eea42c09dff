import type { AnswerOf } from '../../shared/contract/index.ts'
import type { FiledRequest, RequestForm, Topic } from '../../shared/contract/requests.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { findCommand } from '../cache/queries/commands.ts'
import { listTopics } from '../cache/queries/topics.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Counter } from '../session/counter.ts'
import type { Throttle } from '../session/throttle.ts'
import type { createAccountService } from './account.ts'
import { describeFiled, requestsOf } from './filedRequests.ts'
import { createFolioLookup } from './folioLookup.ts'
import { readForm } from './requestForm.ts'

interface RequestParts {
  db: Db
  clock: Clock
  counter: Counter
  outbox: Pick<Outbox, 'file'>
  throttle: Throttle
  account: Pick<ReturnType<typeof createAccountService>, 'header'>
  /** The first load is complete. */
  isReady: () => boolean
}

/** Questions and claims: what was filed, what can be filed, and what became of a folio. */
export function createRequestService({ db, clock, counter, outbox, throttle, account, isReady }: RequestParts) {
  return {
    topics(): { topics: Topic[] } {
      return { topics: listTopics(db).flatMap(describeTopic) }
    },

    list({ accountId }: { accountId: string }): Result<AnswerOf<'requests.list'>> {
      const header = account.header({ accountId })
      return header.ok ? success({ account: header.value, requests: requestsOf(db, accountId) }) : header
    },

    file(form: RequestForm): Result<FiledRequest> {
      const { formId, accountId } = form
      const header = account.header({ accountId })
      if (!header.ok) return header
      const message = readForm(form, { db, clock, locale: header.value.conventions.locale })
      if (!message.ok) return message
      const { id: sessionId, person } = counter.current()
      const filed = outbox.file({ formId, sessionId, accountId, actor: { kind: person.kind }, message: message.value })
      if (!filed.ok) return filed
      // A form that somebody else sent is not this person's to see.
      return filed.value.sessionId === sessionId ? success(describeFiled(db, filed.value)) : failure({ code: 'not-allowed' })
    },

    filed({ commandId }: { commandId: string }): Result<FiledRequest> {
      const command = findCommand(db, commandId)
      const mine = command?.sessionId === counter.current().id
      return command && mine ? success(describeFiled(db, command)) : failure({ code: 'not-allowed' })
    },

    byFolio: createFolioLookup({ db, throttle, isReady }),
  }
}

function describeTopic({ id, kind, name, emergency, requiresInvoice, requiresReading }: ReturnType<typeof listTopics>[number]): Topic[] {
  if (kind !== 'question' && kind !== 'claim') return []
  return [{ id, kind, name, emergency: emergency ?? false, requiresInvoice: requiresInvoice ?? false, requiresReading: requiresReading ?? false }]
}
