import type { TopicForm } from '../../shared/contract/filings.ts'
import type { Topic } from '../../shared/contract/requests.ts'
import { readFields } from '../../shared/domain/requestFields.ts'
import { problemsOf } from '../../shared/domain/typedFields.ts'
import type { Problem } from '../../shared/problems.ts'

export type FormField = 'topicId' | 'text' | 'invoiceId' | 'reading' | 'email' | 'phone'

/** What is typed; `formId` is made once, so that sending it twice files once. */
export type Draft = Record<FormField, string> & { formId: string; emergencyRead: boolean }

export const blankDraft = (): Draft => ({
  formId: crypto.randomUUID(),
  topicId: '',
  text: '',
  invoiceId: '',
  reading: '',
  email: '',
  phone: '',
  emergencyRead: false,
})

interface FormParts {
  kind: TopicForm['kind']
  accountId: string
  topic: Topic | null
  /** The one whose summary stands on the form. */
  privacyNotice: TopicForm['privacyNotice']
}

/** What is sent of a draft: what was typed for another topic stays behind. */
export function formOf(draft: Draft, { kind, accountId, topic, privacyNotice }: FormParts): TopicForm {
  const { formId, topicId, text, invoiceId, reading, email, phone } = draft
  return {
    formId,
    accountId,
    kind,
    topicId,
    text,
    invoiceId: topic?.requiresInvoice ? invoiceId : '',
    reading: topic?.requiresReading ? reading : '',
    email,
    phone,
    privacyNotice,
  }
}

/** Stand on the next screen, beside *Enviar*. */
export const ASKED_AT_REVIEW: readonly string[] = ['email', 'phone'] satisfies FormField[]

interface Known {
  topic: Topic | null
  /** The chosen one; null where the account has it no longer. */
  invoice: { number: string } | null
  locale: string
}

/** What is wrong with the form, judged as the main process will judge it; what is asked on the next screen is judged there. */
export function findWrong(form: TopicForm, known: Known): Problem | null {
  const fields = problemsOf(readFields(form, known)).filter(({ field }) => !ASKED_AT_REVIEW.includes(field))
  return fields.length > 0 ? { code: 'invalid-fields', fields } : null
}
