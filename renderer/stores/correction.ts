import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Correction, CorrectionForm } from '../../shared/contract/outbox.ts'
import type { Topic } from '../../shared/contract/requests.ts'
import { asksReading } from '../../shared/domain/requestFields.ts'
import { roomForText } from '../../shared/domain/requestText.ts'
import { call } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createForm } from './form.ts'
import { addsToOf, asksForDisputed, blankDraft, formOf, matterOf, type ChosenInvoice } from './requestDraft.ts'

type OfKind<K extends CorrectionForm['kind']> = Extract<CorrectionForm, { kind: K }>
type Reason = OfKind<'reconnection'>['reason']

/** What any of the kinds asks for. */
const blank = () => ({ ...blankDraft(), meterNumber: '', reason: '' as Reason, notes: '', name: '', accountNumber: '', message: '' })
type Draft = ReturnType<typeof blank>

/** The correction that a clerk fills in: it begins with what was filed. Another command's, or another clerk's, begins anew. */
export const useCorrection = defineStore('correction', () => {
  const asked = createAnswer('outbox.correction')
  const { draft, busy, problem, send: sendForm, clear } = createForm({ blank })
  const correction = asked.value

  async function begin(commandId: string): Promise<void> {
    if (correction.value?.commandId === commandId) return
    clear()
    await asked.load({ commandId })
    const begun = correction.value
    if (begun?.commandId !== commandId) return
    Object.assign(draft, begun.form, 'invoiceId' in begun.form && { toldOf: matterOf(begun.form, topicOf(begun, begun.form.topicId)) })
  }

  /** Files it. Null while it is being filed, and when it was not: `problem` says why, and what was typed is still there. */
  async function send(): Promise<{ commandId: string } | null> {
    const begun = correction.value
    if (!begun) return null
    const filed = await sendForm(() => call('outbox.correct', { commandId: begun.commandId, formId: draft.formId, form: written(begun, draft) }))
    if (filed) forget()
    return filed
  }
  function forget(): void {
    asked.forget()
    clear()
  }
  onOtherVisitor(forget)
  return { correction, loadProblem: asked.problem, draft, busy, problem, begin, send, forget, ...createAbout(() => correction.value, draft) }
})

type Known = Pick<Correction, 'topics' | 'invoices'>
const topicOf = ({ topics }: Pick<Known, 'topics'>, topicId: string): Topic | null => topics.find(({ id }) => id === topicId) ?? null
const invoiceOf = ({ invoices }: Known, topic: Topic | null, { invoiceId }: Draft): ChosenInvoice | null =>
  (topic?.requiresInvoice ? invoices.find(({ id }) => id === invoiceId) : undefined) ?? null

/** What a question or claim is about, and so what else is asked. */
function createAbout(correction: () => Correction | null, draft: Draft) {
  const kind = computed<'question' | 'claim'>(() => (correction()?.form.kind === 'question' ? 'question' : 'claim'))
  const topic = computed(() => topicOf(correction() ?? nothing, draft.topicId))
  const invoice = computed(() => invoiceOf(correction() ?? nothing, topic.value, draft))
  const addsTo = computed(() => (kind.value === 'claim' ? addsToOf(draft, topic.value) : ''))
  return {
    topic,
    addsTo,
    asksReading: computed(() => asksReading(topic.value, addsTo.value)),
    asksDisputed: computed(() => asksForDisputed({ kind: kind.value, topic: topic.value, invoice: invoice.value })),
    room: computed(() => roomForText({ kind: kind.value, invoiceNumber: invoice.value?.number ?? null, addsTo: addsTo.value || null })),
  }
}
const nothing: Known = { topics: [], invoices: [] }

/** What is sent of the draft: what belongs to another topic stays behind. */
function written(correction: Correction, draft: Draft): CorrectionForm {
  const { form } = correction
  const { topicId, name, accountNumber, message, email, phone, reason, notes, meterNumber, reading } = draft
  switch (form.kind) {
    case 'question':
    case 'claim':
      return writtenAbout(correction, form.kind, draft)
    case 'reading':
      return { kind: 'reading', meterNumber, reading }
    case 'reconnection':
      return { kind: 'reconnection', reason, phone, notes }
    case 'contact':
      return { kind: 'contact', topicId, name, accountNumber, message, email, phone }
  }
}

function writtenAbout(correction: Correction, kind: 'question' | 'claim', draft: Draft): OfKind<'question' | 'claim'> {
  const topic = topicOf(correction, draft.topicId)
  const about = { kind, accountId: '', topic, invoice: invoiceOf(correction, topic, draft), privacyNotice: null }
  const { topicId, text, invoiceId, reading, disputedAmount, addsTo, email, phone } = formOf(draft, about)
  return { kind, topicId, text, invoiceId, reading, disputedAmount, addsTo, email, phone }
}
