import { defineStore } from 'pinia'
import { computed, ref, type Ref } from 'vue'
import type { FiledRequest, Topic } from '../../shared/contract/requests.ts'
import { asksReading } from '../../shared/domain/requestFields.ts'
import { roomForText } from '../../shared/domain/requestText.ts'
import { useAccountZone } from '../zones/accountZone.ts'
import { call } from '../bridge/kioskBridge.ts'
import { useAccount } from './account.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount, onOtherVisitor } from './forgetting.ts'
import { createForm } from './form.ts'
import { useFormNotice } from './formNotice.ts'
import { addsToOf, asksForDisputed, blankDraft, disputedOf, findWrong, formOf, matterOf, type Draft } from './requestDraft.ts'
import { useSession } from './session.ts'

/** The question and the claim that are being written. They survive leaving the screen, and nothing survives the visitor or the account. */
export const useRequestForm = defineStore('requestForm', () => {
  const session = useSession()
  const { kind, form, draft, busy, problem } = createForms()
  const { topics, choices, topicsKnown, knowTopics } = createTopics(() => kind.value)
  const reading = createReadingClaim(() => topics.value.value?.topics ?? [], draft)
  const topic = computed(() => choices.value.find(({ id }) => id === draft.value.topicId) ?? null)
  const facts = createFacts(kind, draft, topic)
  const { written, mistakes, ...disputing } = createWriting({ kind, draft, topic }, facts)

  function begin(which: Topic['kind']): void {
    if (kind.value !== which) form.value.problem.value = null
    kind.value = which
    knowTopics()
  }
  /** Another invoice clears the disputed amount, which belongs to the one before. */
  function chooseInvoice(id: string): void {
    if (id !== draft.value.invoiceId) Object.assign(draft.value, { invoiceId: id, disputedAmount: '' })
  }
  /** What *Enviar* will not refuse, as far as the page can know. */
  function isComplete(): boolean {
    problem.value = mistakes()
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
  return { kind, draft, choices, topic, ...facts, ...disputing, ...reading, ...told, loadTopics, knowTopics, begin, chooseInvoice, isComplete, send }
})

interface Chosen {
  kind: Ref<Topic['kind']>
  draft: Ref<Draft>
  topic: Ref<Topic | null>
}

/** The form as it will be sent, what is wrong with it, and the amount of the invoice that is disputed. */
function createWriting({ kind, draft, topic }: Chosen, { invoice, addsTo, currency, locale }: ReturnType<typeof createFacts>) {
  const notice = useFormNotice()
  const about = () => ({ kind: kind.value, topic: topic.value, invoice: invoice.value })
  const signs = () => ({ currency: currency.value, locale: locale.value })
  const written = (accountId: string) => formOf(draft.value, { ...about(), accountId, privacyNotice: notice.version })
  return {
    written,
    mistakes: () => findWrong(written(''), { topic: topic.value, invoice: invoice.value, ...signs() }),
    asksReading: computed(() => asksReading(topic.value, addsTo.value)),
    asksDisputed: computed(() => asksForDisputed(about())),
    disputed: computed(() => disputedOf(written(''), invoice.value, signs())),
  }
}

/** One of each kind, and which of them is on screen. */
function createForms() {
  const parts = { blank: blankDraft, ready: useFormNotice().known }
  const forms = { question: createForm(parts), claim: createForm(parts) }
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
  const knowTopics = (): void => {
    if (!topics.value.value) void topics.load({})
  }
  return { topics, choices, topicsKnown: computed(() => topics.value.value !== null), knowTopics }
}

/** The claim about what the meter shows, where there is a topic for it. */
function createReadingClaim(topics: () => Topic[], draft: Ref<Draft>) {
  /** The first claim topic that needs a reading and is not about high consumption, else the first that needs one; null where there is none. */
  const readingTopic = computed(() => {
    const asking = topics().filter((topic) => topic.kind === 'claim' && topic.requiresReading)
    return asking.find(({ highConsumption }) => !highConsumption) ?? asking[0] ?? null
  })
  /** Begins a claim about an estimated reading of this invoice, without the consumption and leak steps: the reading itself is in doubt. */
  function disputeReading(invoiceId: string): void {
    if (!readingTopic.value) return
    const chosen = { topicId: readingTopic.value.id, invoiceId }
    const matter = matterOf(chosen, readingTopic.value)
    // A draft about another topic or invoice does not belong to this claim.
    if (draft.value.topicId !== '' && matterOf(draft.value, readingTopic.value) !== matter) Object.assign(draft.value, blankDraft())
    Object.assign(draft.value, chosen, { lookedAt: matter })
  }
  return { readingTopic, disputeReading }
}
