import type { InvoiceSummary } from '../../shared/contract/account.ts'
import type { TopicForm } from '../../shared/contract/filings.ts'
import type { Topic } from '../../shared/contract/requests.ts'
import { mayBeDisputed, readDisputedAmount, type AmountsWritten } from '../../shared/domain/disputedAmount.ts'
import { asksReading, readFields } from '../../shared/domain/requestFields.ts'
import { problemsOf } from '../../shared/domain/typedFields.ts'
import type { Problem } from '../../shared/problems.ts'

export type FormField = 'topicId' | 'text' | 'invoiceId' | 'reading' | 'disputedAmount' | 'addsTo' | 'email' | 'phone'

/** What is typed; `formId` is made once, so that sending it twice files once. */
export type Draft = Record<FormField, string> & {
  formId: string
  emergencyRead: boolean
  /** The `matterOf` for which the person was shown the open claim. */
  toldOf: string
  /** The `matterOf` for which the person has seen the consumption and the leak test. */
  lookedAt: string
}

/** Key of what a claim is about: its topic, and its invoice where the topic needs one. */
export const matterOf = ({ topicId, invoiceId }: Pick<Draft, 'topicId' | 'invoiceId'>, topic: Topic | null): string =>
  JSON.stringify([topicId, topic?.requiresInvoice ? invoiceId : ''])

/** The claim that the draft adds to; what was chosen for another matter stays behind. */
export const addsToOf = (draft: Draft, topic: Topic | null): string => (draft.toldOf === matterOf(draft, topic) ? draft.addsTo : '')

export const blankDraft = (): Draft => ({
  formId: crypto.randomUUID(),
  topicId: '',
  text: '',
  invoiceId: '',
  reading: '',
  disputedAmount: '',
  addsTo: '',
  email: '',
  phone: '',
  emergencyRead: false,
  toldOf: '',
  lookedAt: '',
})

/** Of the account; null where none was chosen, or the account has it no longer. */
export type ChosenInvoice = Pick<InvoiceSummary, 'id' | 'number' | 'total'>

interface FormParts {
  kind: TopicForm['kind']
  accountId: string
  topic: Topic | null
  invoice: ChosenInvoice | null
  /** The one whose summary stands on the form. */
  privacyNotice: TopicForm['privacyNotice']
}

/** What is sent of a draft: what was typed for another topic, or before it added to an open claim, stays behind. */
export function formOf(draft: Draft, { kind, accountId, topic, invoice, privacyNotice }: FormParts): TopicForm {
  const { formId, topicId, text, invoiceId, reading, disputedAmount, email, phone } = draft
  const addsTo = kind === 'claim' ? addsToOf(draft, topic) : ''
  return {
    formId,
    accountId,
    kind,
    topicId,
    text,
    invoiceId: topic?.requiresInvoice ? invoiceId : '',
    reading: asksReading(topic, addsTo) ? reading : '',
    disputedAmount: asksForDisputed({ kind, topic, invoice }) ? disputedAmount : '',
    addsTo,
    email,
    phone,
    privacyNotice,
  }
}

/** *Importe que no reconoce*: of a claim about an invoice that charges something. */
export const asksForDisputed = ({ kind, topic, invoice }: Pick<FormParts, 'kind' | 'topic' | 'invoice'>): boolean =>
  kind === 'claim' && topic?.requiresInvoice === true && mayBeDisputed(invoice)

/** As it will be sent, in minor units; null where nothing is disputed, or not in a way that can be read. */
export function disputedOf(form: TopicForm, invoice: ChosenInvoice | null, written: AmountsWritten): number | null {
  const read = readDisputedAmount(form.disputedAmount, invoice, written)
  return 'value' in read ? read.value : null
}

/** Stand on the next screen, beside *Enviar*. */
export const ASKED_AT_REVIEW: readonly string[] = ['email', 'phone'] satisfies FormField[]

interface Known extends AmountsWritten {
  topic: Topic | null
  invoice: ChosenInvoice | null
}

/**
 * What is wrong with the form, by the rule of the main process, which alone knows whether the claim that it adds to is still open. Fields of the review
 * are judged there.
 */
export function findWrong(form: TopicForm, known: Known): Problem | null {
  const fields = problemsOf(readFields(form, { ...known, claim: form.addsTo || null })).filter(({ field }) => !ASKED_AT_REVIEW.includes(field))
  return fields.length > 0 ? { code: 'invalid-fields', fields } : null
}
