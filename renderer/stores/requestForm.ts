import { defineStore } from 'pinia'
import { computed, ref, type Ref } from 'vue'
import type { FiledRequest, Topic } from '../../shared/contract/requests.ts'
import { roomForText } from '../../shared/domain/requestText.ts'
import { useAccountZone } from '../zones/accountZone.ts'
import { call } from '../bridge/kioskBridge.ts'
import { useAccount } from './account.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount, onOtherVisitor } from './forgetting.ts'
import { createForm } from './form.ts'
import { useFormNotice } from './formNotice.ts'
import { addsToOf, asksForDisputed, blankDraft, disputedOf, findWrong, formOf, type Draft } from './requestDraft.ts'
import { useSession } from './session.ts'

/** The question and the claim that are being written. They survive leaving the screen, and nothing survives the visitor or the account. */
export const useRequestForm = defineStore('requestForm', () => {
  const session = useSession()
  const { kind, form, draft, busy, problem } = createForms()
  const { topics, choices, topicsKnown } = createTopics(() => kind.value)
  const notice = useFormNotice()
  const topic = computed(() => choices.value.find(({ id }) => id === draft.value.topicId) ?? null)
  const { invoice, addsTo, room, locale, currency } = createFacts(kind, draft, topic)

  function begin(which: Topic['kind']): void {
    if (kind.value !== which) form.value.problem.value = null
    kind.value = which
    if (!topics.value.value) void topics.load({})
  }
  const written = (accountId: string) =>
    formOf(draft.value, { kind: kind.value, accountId, topic: topic.value, invoice: invoice.value, privacyNotice: notice.version })
  const asksDisputed = computed(() => asksForDisputed({ kind: kind.value, topic: topic.value, invoice: invoice.value }))
  const disputed = computed(() => disputedOf(written(''), invoice.value, { currency: currency.value, locale: locale.value }))
  /** What *Enviar* will not refuse, as far as the page can know. */
  function isComplete(): boolean {
    problem.value = findWrong(written(''), { topic: topic.value, invoice: invoice.value, currency: currency.value, locale: locale.value })
    return problem.value === null
  }

  /** Files it. Null while it is being filed, and when it was not: `problem` says why, and all that was typed is still there. */
  async function send(): Promise<FiledRequest | null> {
    const { account } = session
    if (!account) return null
    const { send: sendForm, clear } = form.value
    const filed = await sendForm(() => call('requests.file', written(account.accountId)))
    if (filed) clear()
    return filed
  }

  onOtherVisitor(topics.forget)

  const loadTopics = () => topics.load({})
  const told = { topicsKnown, topicsProblem: topics.problem, busy, problem }
  return { kind, draft, choices, topic, invoice, addsTo, room, locale, currency, asksDisputed, disputed, ...told, loadTopics, begin, isComplete, send }
})

/** One of each kind, and which of them is on screen. */
function createForms() {
  const forms = { question: createForm({ blank: blankDraft }), claim: createForm({ blank: blankDraft }) }
  onOtherAccount(() => Object.values(forms).forEach(({ clear }) => clear()))
  const kind = ref<Topic['kind']>('claim')
  const form = computed(() => forms[kind.value])
  return {
    kind,
    form,
    draft: computed(() => form.value.draft),
    busy: computed(() => form.value.busy.value),
    problem: computed({ get: () => form.value.problem.value, set: (now) => (form.value.problem.value = now) }),
  }
}

/** The invoice that is chosen, what may still be written beside it, and how numbers of the account are written. */
function createFacts(kind: Ref<Topic['kind']>, draft: Ref<Draft>, topic: Ref<Topic | null>) {
  const account = useAccount()
  const zone = useAccountZone()
  const invoice = computed(() => (topic.value?.requiresInvoice ? account.list?.invoices.find(({ id }) => id === draft.value.invoiceId) : undefined) ?? null)
  const addsTo = computed(() => (kind.value === 'claim' ? addsToOf(draft.value, topic.value) : ''))
  const room = computed(() => roomForText({ kind: kind.value, invoiceNumber: invoice.value?.number ?? null, addsTo: addsTo.value || null }))
  const locale = computed(() => account.list?.account.conventions.locale ?? zone.value?.locale ?? 'es-MX')
  const currency = computed(() => account.list?.account.conventions.currency ?? zone.value?.currency ?? 'MXN')
  return { invoice, addsTo, room, locale, currency }
}

/** What there is to choose from, for the kind that is on screen. */
function createTopics(kind: () => Topic['kind']) {
  const topics = createAnswer('requests.topics')
  const choices = computed<Topic[]>(() => topics.value.value?.topics.filter((topic) => topic.kind === kind()) ?? [])
  return { topics, choices, topicsKnown: computed(() => topics.value.value !== null) }
}
