import type { LegalText } from '../../shared/contract/kiosk.ts'
import type { RequestForm, Topic } from '../../shared/contract/requests.ts'
import { plainText } from '../../shared/domain/requestText.ts'
import type { Problem } from '../../shared/problems.ts'

export type FormKind = RequestForm['kind']
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

/** What has been typed or chosen since. */
export const changedFields = (now: Draft, before: Draft): string[] =>
  Object.keys(now).filter((field) => now[field as keyof Draft] !== before[field as keyof Draft])

/** The fields that the topic asks for and that are still empty, and a text that has no room; the main process judges what is in the others. */
export function findWrong(draft: Draft, topic: Topic | null, room: number): Problem | null {
  const wanted: FormField[] = ['topicId', 'text']
  if (topic?.requiresInvoice) wanted.push('invoiceId')
  if (topic?.requiresReading) wanted.push('reading')
  const fields: NonNullable<Problem['fields']> = wanted
    .filter((field) => draft[field].trim() === '')
    .map((field) => ({ field, problem: 'empty' }))
  if (plainText(draft.text).length > room) fields.push({ field: 'text', problem: 'too-long' })
  return fields.length > 0 ? { code: 'invalid-fields', fields } : null
}

interface FormParts {
  kind: FormKind
  accountId: string
  topic: Topic | null
  /** The one whose summary stands on the form. */
  notice: LegalText | null
}

/** What is sent of a draft: what was typed for another topic stays behind. */
export function formOf(draft: Draft, { kind, accountId, topic, notice }: FormParts): RequestForm {
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
    privacyNotice: notice && { id: notice.id, version: notice.version },
  }
}
