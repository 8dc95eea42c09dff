import type { HandlersOf } from '../../shared/contract/index.ts'
import type { Topic } from '../../shared/contract/requests.ts'
import { isHighConsumption } from '../../shared/domain/highConsumption.ts'
import { folioToAddTo, openClaimOf } from '../../shared/domain/openClaim.ts'
import { failure, success } from '../../shared/result.ts'
import { findCommand, type StoredCommand } from '../cache/queries/commands.ts'
import { listTopics } from '../cache/queries/topics.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { readForm } from '../filings/filingTypes.ts'
import { filedByForm } from '../outbox/filedBefore.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Counter } from '../session/counter.ts'
import { actorOf, masking } from '../session/person.ts'
import type { AccountAccess } from './accountAccess.ts'
import { requestsOf, showFiled } from './filedRequests.ts'
import { isNoticeInForce } from './privacyNotice.ts'

interface RequestParts {
  db: ReadableDb
  clock: Clock
  counter: Pick<Counter, 'current'>
  outbox: Pick<Outbox, 'file'>
  accounts: AccountAccess
}

/** Questions and claims: what was filed and what can be filed. */
export function createRequestService({ db, clock, counter, outbox, accounts }: RequestParts) {
  function openClaim(accountId: string, folio: string): string | null {
    const claim = openClaimOf(requestsOf(accounts.of(accountId), accountId), folio)
    return claim && folioToAddTo(claim)
  }
  const showMine = (command: StoredCommand | null) => showFiled(db, command, counter.current().id)

  return {
    'requests.topics': () => success({ topics: listTopics(db).flatMap(describeTopic) }),

    'requests.list': ({ accountId }) => {
      const opened = accounts.open(accountId)
      return opened.ok ? success({ account: opened.value.header, requests: requestsOf(opened.value.db, accountId) }) : opened
    },

    'requests.file': (form) => {
      const { formId, accountId } = form
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      // Sent again, because its answer was lost: it may say by now what can no longer be filed.
      const before = filedByForm(db, { formId, accountId })
      if (before) return before.ok ? showMine(before.value) : before
      const { header, ...owner } = opened.value
      const { id: sessionId, person } = counter.current()
      const seen = { ...owner, locale: header.conventions.locale, masking: masking(person, accountId) }
      const message = readForm(form, { ...seen, clock, openClaim: (folio) => openClaim(accountId, folio) })
      if (!message.ok) return message
      if (!isNoticeInForce(accounts, form)) return failure({ code: 'notice-changed' })
      const filed = outbox.file({ formId, sessionId, accountId, actor: actorOf(person), message: message.value })
      return filed.ok ? showMine(filed.value) : filed
    },

    'requests.filed': ({ commandId }) => showMine(findCommand(db, commandId)),
  } satisfies Omit<HandlersOf<'requests'>, 'requests.byFolio'>
}

export function describeTopic(topic: ReturnType<typeof listTopics>[number]): Topic[] {
  const { id, kind, name, emergency = false, requiresInvoice = false, requiresReading = false } = topic
  if (kind !== 'question' && kind !== 'claim') return []
  return [{ id, kind, name, emergency, highConsumption: kind === 'claim' && isHighConsumption(topic), requiresInvoice, requiresReading }]
}
