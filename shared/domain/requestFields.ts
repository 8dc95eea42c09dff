import { readDisputedAmount, type AmountsWritten } from './disputedAmount.ts'
import { plainText, roomForText, textToSend } from './requestText.ts'
import { readOptionalEmail, readOptionalPhone, type Read } from './typedFields.ts'
import { readTypedNumber } from './typedNumber.ts'

/** A question or claim as it was typed; what was not chosen or not typed is empty. */
interface TypedForm {
  kind: 'question' | 'claim'
  topicId: string
  text: string
  invoiceId: string
  reading: string
  disputedAmount: string
  addsTo: string
  email: string
  phone: string
}

/** What was chosen, as whoever judges knows it; null where that does not exist for this form. */
interface Chosen<Invoice> extends AmountsWritten {
  topic: { requiresInvoice?: boolean | undefined; requiresReading?: boolean | undefined } | null
  invoice: Invoice | null
  /** The folio of the open claim that this one adds to. */
  claim: string | null
}

export interface ReadFields<Invoice> {
  topicId: Read<string>
  text: Read<string>
  invoiceId: Read<Invoice | null>
  reading: Read<number | null>
  disputedAmount: Read<number | null>
  addsTo: Read<string | null>
  email: Read<string | null>
  phone: Read<string | null>
}

/** Whether the meter's reading is asked for: a claim that adds to an open one need not give again what that one has. */
export const asksReading = (topic: Chosen<unknown>['topic'], addsTo: string): boolean => topic?.requiresReading === true && addsTo === ''

/** Understands each field. The page lets nobody go on by another rule than the one by which the main process files. */
export function readFields<Invoice extends { number: string; total: number }>(form: TypedForm, chosen: Chosen<Invoice>): ReadFields<Invoice> {
  const { topic, invoice, claim, locale } = chosen
  const { topicId, invoiceId, reading, disputedAmount, addsTo, email, phone } = form
  const readInvoice = readChoice(invoiceId, invoice, topic?.requiresInvoice ?? false)
  return {
    topicId: topicId === '' ? { problem: 'empty' } : topic ? { value: topicId } : { problem: 'unknown-topic' },
    text: readText(form, { invoice: 'value' in readInvoice ? readInvoice.value : null, claim }),
    invoiceId: readInvoice,
    reading: readReading(reading, asksReading(topic, addsTo), locale),
    disputedAmount: readDisputedAmount(disputedAmount, invoice, chosen),
    addsTo: addsTo !== '' && claim === null ? { problem: 'unknown-claim' } : { value: addsTo === '' ? null : claim },
    email: readOptionalEmail(email),
    phone: readOptionalPhone(phone),
  }
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

function readText({ text, kind, addsTo }: TypedForm, { invoice, claim }: { invoice: { number: string } | null; claim: string | null }): Read<string> {
  const about = { kind, invoiceNumber: invoice?.number ?? null, addsTo: addsTo === '' ? null : claim }
  const plain = plainText(text)
  if (plain === '') return { problem: 'empty' }
  return plain.length > roomForText(about) ? { problem: 'too-long' } : { value: textToSend(plain, about) }
}
