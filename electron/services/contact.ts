import { contactForms, type ContactTopic } from '../../shared/contract/contact.ts'
import type { HandlersOf } from '../../shared/contract/index.ts'
import { failure, success } from '../../shared/result.ts'
import { branchAlone, type AccountReaders } from '../cache/accountReaders.ts'
import { countMessages } from '../cache/queries/commands.ts'
import { listTopics } from '../cache/queries/topics.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { readMessage } from '../filings/types/contact.ts'
import { filedByForm } from '../outbox/filedBefore.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Counter } from '../session/counter.ts'
import { actorOf } from '../session/person.ts'
import { showFiled } from './filedRequests.ts'
import { isNoticeInForce } from './privacyNotice.ts'

/** Nobody proves anything before a message: so many in a visit, and so many at this kiosk in an hour, whoever writes them. */
const MOST_IN_VISIT = 5
const MOST_IN_HOUR = 40
const HOUR_MS = 3_600_000

interface ContactParts {
  db: ReadableDb
  clock: Clock
  counter: Pick<Counter, 'current' | 'mayRead'>
  outbox: Pick<Outbox, 'file'>
  readers?: AccountReaders
  /** The first load is complete. */
  isReady: () => boolean
}

/** Messages to the company without an account. They are of no account even where one is open, and nothing is looked up by what they say. */
export function createContactService({ db, clock, counter, outbox, readers = branchAlone(db), isReady }: ContactParts) {
  function isTooMuch(visit: string): boolean {
    const { ofVisit, since } = countMessages(db, visit, new Date(clock.now() - HOUR_MS).toISOString())
    return ofVisit >= MOST_IN_VISIT || since >= MOST_IN_HOUR
  }

  return {
    'contact.topics': () => {
      const topics = listTopics(db).flatMap(describeTopic).sort(byForm)
      return topics.length > 0 || isReady() ? success({ topics }) : failure({ code: 'preparing-data' })
    },

    'contact.file': (form) => {
      const { id: sessionId, person } = counter.current()
      // Sent again, because its answer was lost.
      const before = filedByForm(db, { formId: form.formId, accountId: null })
      if (before) return before.ok ? showFiled(db, before.value, sessionId) : before
      const payload = readMessage(form, { db, clock })
      if (!payload.ok) return payload
      const { noticeOf, privacyNotice } = form
      if (noticeOf !== null && !counter.mayRead(noticeOf)) return failure({ code: 'not-allowed' })
      if (!isNoticeInForce(readers, { accountId: noticeOf, privacyNotice })) return failure({ code: 'notice-changed' })
      if (isTooMuch(sessionId)) return failure({ code: 'message-limit' })
      const message = { kind: 'contact' as const, payload: payload.value }
      const filed = outbox.file({ formId: form.formId, sessionId, accountId: null, actor: actorOf(person), message })
      return filed.ok ? showFiled(db, filed.value, sessionId) : filed
    },
  } satisfies HandlersOf<'contact'>
}

/** Those that are known first, the one that most want before the others; the rest by name. */
const byForm = (one: ContactTopic, other: ContactTopic): number => placeOf(one) - placeOf(other)
const placeOf = ({ form }: ContactTopic): number => contactForms.findIndex((known) => known === form) + (form === null ? contactForms.length + 1 : 0)

export function describeTopic({ id, kind, name, form, emergency }: ReturnType<typeof listTopics>[number]): ContactTopic[] {
  return kind === 'contact' ? [{ id, name, form: form ?? null, emergency: emergency ?? false }] : []
}
