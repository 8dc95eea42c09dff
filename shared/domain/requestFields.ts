import type { FieldProblem, Problem } from '../problems.ts'
import { readEmail } from './email.ts'
import { readPhone } from './phone.ts'
import { plainText, roomForText, textToSend } from './requestText.ts'
import { readTypedNumber } from './typedNumber.ts'

/** A question or claim as it was typed; what was not chosen or not typed is empty. */
interface TypedForm {
  kind: 'question' | 'claim'
  topicId: string
  text: string
  invoiceId: string
  reading: string
  email: string
  phone: string
}

/** What was chosen, as whoever judges knows it; null where that does not exist for this form. */
interface Chosen<Invoice> {
  topic: { requiresInvoice?: boolean | undefined; requiresReading?: boolean | undefined } | null
  invoice: Invoice | null
  /** The account's, for numbers. */
  locale: string
}

type Read<T> = { value: T } | { problem: FieldProblem }

export interface ReadFields<Invoice> {
  topicId: Read<string>
  text: Read<string>
  invoiceId: Read<Invoice | null>
  reading: Read<number | null>
  email: Read<string | null>
  phone: Read<string | null>
}

/** Understands each field. The page lets nobody go on by another rule than the one by which the main process files. */
export function readFields<Invoice extends { number: string }>(form: TypedForm, { topic, invoice, locale }: Chosen<Invoice>): ReadFields<Invoice> {
  const { topicId, invoiceId, reading, email, phone } = form
  const readInvoice = readChoice(invoiceId, invoice, topic?.requiresInvoice ?? false)
  return {
    topicId: topicId === '' ? { problem: 'empty' } : topic ? { value: topicId } : { problem: 'unknown-topic' },
    text: readText(form, 'value' in readInvoice ? readInvoice.value : null),
    invoiceId: readInvoice,
    reading: readReading(reading, topic?.requiresReading ?? false, locale),
    email: readOptionalEmail(email),
    phone: readOptionalPhone(phone),
  }
}

export function problemsOf(fields: ReadFields<unknown>): NonNullable<Problem['fields']> {
  return Object.entries(fields).flatMap(([field, read]: [string, Read<unknown>]) => ('problem' in read ? [{ field, problem: read.problem }] : []))
}

/** Only after every field was found good. */
export function valueOf<T>(read: Read<T>): T {
  if ('problem' in read) throw new Error(`a field with the problem ${read.problem} was taken for good`)
  return read.value
}

function readChoice<Invoice>(invoiceId: string, invoice: Invoice | null, required: boolean): Read<Invoice | null> {
  if (invoiceId === '') return required ? { problem: 'empty' } : { value: null }
  return invoice ? { value: invoice } : { problem: 'unknown-invoice' }
}

function readReading(typed: string, required: boolean, locale: string): Read<number | null> {
  if (typed.trim() === '') return required ? { problem: 'empty' } : { value: null }
  const value = readTypedNumber(typed, locale)
  return value === null ? { problem: 'not-a-number' } : { value }
}

function readText({ text, kind }: TypedForm, invoice: { number: string } | null): Read<string> {
  const about = { kind, invoiceNumber: invoice?.number ?? null }
  const plain = plainText(text)
  if (plain === '') return { problem: 'empty' }
  return plain.length > roomForText(about) ? { problem: 'too-long' } : { value: textToSend(plain, about) }
}

/** Both may be left empty. */
function readOptionalEmail(typed: string): Read<string | null> {
  const read = typed.trim() === '' ? null : readEmail(typed)
  if (read === null) return { value: null }
  return read.ok ? { value: read.email } : read
}

function readOptionalPhone(typed: string): Read<string | null> {
  const read = typed.trim() === '' ? null : readPhone(typed)
  if (read === null) return { value: null }
  return read.ok ? { value: read.phone } : read
}
