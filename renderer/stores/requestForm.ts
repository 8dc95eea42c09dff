import { defineStore } from 'pinia'
import { computed, reactive, ref, toRef, watch, type ComputedRef, type Ref } from 'vue'
import type { FiledRequest, Topic } from '../../shared/contract/requests.ts'
import { roomForText } from '../../shared/domain/requestText.ts'
import type { Problem } from '../../shared/problems.ts'
import { useAccountZone } from '../zones/accountZone.ts'
import { call } from '../bridge/kiosk.ts'
import { useAccount } from './account.ts'
import { createAnswer } from './answer.ts'
import { withoutFields } from './mending.ts'
import { blankDraft, changedFields, findWrong, formOf, type Draft, type FormKind } from './requestDraft.ts'
import { useSession } from './session.ts'

/** The question and the claim that are being written. They survive leaving the screen, and nothing survives the visitor. */
export const useRequestForm = defineStore('requestForm', () => {
  const session = useSession()
  const { drafts, kind, draft } = createDrafts(() => session.whose)
  const { topics, choices, topicsKnown } = createTopics(() => kind.value)
  const notice = createAnswer('kiosk.privacyNotice')
  const busy = ref(false)
  const problem = ref<Problem | null>(null)
  const topic = computed(() => choices.value.find(({ id }) => id === draft.value.topicId) ?? null)
  const { invoice, room, locale } = createFacts(kind, draft, topic)

  function begin(which: FormKind): void {
    if (kind.value !== which) problem.value = null
    kind.value = which
    if (!topics.value.value) void topics.load({})
  }
  letMessagesGo(draft, problem)
  const written = (accountId: string) => formOf(draft.value, { kind: kind.value, accountId, topic: topic.value, notice: notice.value.value })
  /** What *Enviar* will not refuse, as far as the page can know. */
  function isComplete(): boolean {
    problem.value = findWrong(written(''), { topic: topic.value, invoice: invoice.value, locale: locale.value })
    return problem.value === null
  }

  /** Files it. Null while it is being filed, and when it was not: `problem` says why, and all that was typed is still there. */
  async function send(): Promise<FiledRequest | null> {
    if (busy.value || !session.account) return null
    busy.value = true
    const { visitor, account } = session
    const sent = kind.value
    const answer = await call('requests.file', written(account.accountId))
    busy.value = false
    if (visitor !== session.visitor) return null
    problem.value = answer.ok ? null : answer.problem
    if (!answer.ok) return null
    drafts[sent] = blankDraft()
    return answer.value
  }

  // Another account has another zone, which may have a notice of its own.
  watch(toRef(session, 'whose'), () => [(problem.value = null), notice.forget()], { flush: 'sync' })
  watch(toRef(session, 'visitor'), topics.forget, { flush: 'sync' })

  const asked = { loadTopics: () => topics.load({}), loadNotice: (language: string) => notice.load({ language }) }
  const told = { topicsKnown, topicsProblem: topics.problem, notice: notice.value, busy, problem }
  return { kind, draft, choices, topic, room, locale, ...told, ...asked, begin, isComplete, send }
})

/** One of each kind, and which of them is on screen; both are forgotten with the visitor and with the account. */
function createDrafts(whose: () => string) {
  const drafts = reactive({ question: blankDraft(), claim: blankDraft() })
  const kind = ref<FormKind>('claim')
  watch(whose, () => Object.assign(drafts, { question: blankDraft(), claim: blankDraft() }), { flush: 'sync' })
  return { drafts, kind, draft: computed(() => drafts[kind.value]) }
}

/** The invoice that is chosen, what may still be written beside it, and how numbers of the account are written. */
function createFacts(kind: Ref<FormKind>, draft: Ref<Draft>, topic: Ref<Topic | null>) {
  const account = useAccount()
  const zone = useAccountZone()
  const invoice = computed(() => (topic.value?.requiresInvoice ? account.list?.invoices.find(({ id }) => id === draft.value.invoiceId) : undefined) ?? null)
  const room = computed(() => roomForText({ kind: kind.value, invoiceNumber: invoice.value?.number ?? null }))
  const locale = computed(() => account.list?.account.conventions.locale ?? zone.value?.locale ?? 'es-MX')
  return { invoice, room, locale }
}

/** What there is to choose from, for the kind that is on screen. */
function createTopics(kind: () => FormKind) {
  const topics = createAnswer('requests.topics')
  const choices = computed<Topic[]>(() => topics.value.value?.topics.filter((topic) => topic.kind === kind()) ?? [])
  return { topics, choices, topicsKnown: computed(() => topics.value.value !== null) }
}

/** What was said of a field goes as soon as it is changed. */
function letMessagesGo(draft: ComputedRef<Draft>, problem: Ref<Problem | null>): void {
  watch(
    () => ({ ...draft.value }),
    (now, before) => (problem.value = withoutFields(problem.value, changedFields(now, before))),
    { flush: 'sync' },
  )
}
