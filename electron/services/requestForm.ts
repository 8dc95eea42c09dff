import type { RequestForm } from '../../shared/contract/requests.ts'
import { readEmail } from '../../shared/domain/email.ts'
import { readPhone } from '../../shared/domain/phone.ts'
import { plainText, roomForText, textToSend } from '../../shared/domain/requestText.ts'
import { readTypedNumber } from '../../shared/domain/typedNumber.ts'
import type { FieldProblem, Problem } from '../../shared/problems.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Invoice, ReplyTo, Topic } from '../../shared/utility-api/generated/types.gen.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findLegalText, listLegalTexts } from '../cache/queries/legalTexts.ts'
import { findTopic } from '../cache/queries/topics.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Message } from '../outbox/outbox.ts'
import { homeZone } from './servedZones.ts'

type Field = 'topicId' | 'text' | 'invoiceId' | 'reading' | 'email' | 'phone'
type Read<T> = { value: T } | { problem: FieldProblem }

interface FormParts {
  db: Db
  clock: Clock
  /** The account's, for numbers. */
  locale: string
}

/** Understands a question or claim as it was typed, or says field by field what is wrong with it. */
export function readForm(form: RequestForm, { db, clock, locale }: FormParts): Result<Message> {
  const topic = readTopic(db, form)
  const known = 'value' in topic ? topic.value : null
  const invoice = readInvoice(db, form, known?.requiresInvoice ?? false)
  const reading = readReading(form.reading, known?.requiresReading ?? false, locale)
  const text = readText(form, 'value' in invoice ? invoice.value : null)
  const email = readOptionalEmail(form.email)
  const phone = readOptionalPhone(form.phone)

  const problems = problemsOf({ topicId: topic, text, invoiceId: invoice, reading, email, phone })
  if (problems.length > 0) return failure({ code: 'invalid-fields', fields: problems })
  if (!isNoticeInForce(db, form)) return failure({ code: 'notice-changed' })
  const replyTo = replyToOf(form, clock, valueOf(email), valueOf(phone))
  const common = { topicId: form.topicId, text: valueOf(text), ...(replyTo && { replyTo }) }
  const invoiceId = valueOf(invoice)?.id ?? null
  if (form.kind === 'question') return success({ kind: 'question', payload: { ...common, ...(invoiceId !== null && { invoiceId }) } })
  return success({ kind: 'claim', payload: { ...common, invoiceId, reading: valueOf(reading) } })
}

function problemsOf(fields: Record<Field, Read<unknown>>): NonNullable<Problem['fields']> {
  return Object.entries(fields).flatMap(([field, read]) => ('problem' in read ? [{ field, problem: read.problem }] : []))
}

/** Only after every field was found good. */
function valueOf<T>(read: Read<T>): T {
  if ('problem' in read) throw new Error(`a field with the problem ${read.problem} was taken for good`)
  return read.value
}

function readTopic(db: Db, { topicId, kind }: RequestForm): Read<Topic> {
  if (topicId === '') return { problem: 'empty' }
  const topic = findTopic(db, topicId)
  return topic?.kind === kind ? { value: topic } : { problem: 'unknown-topic' }
}

function readInvoice(db: Db, { invoiceId, accountId }: RequestForm, required: boolean): Read<Invoice | null> {
  if (invoiceId === '') return required ? { problem: 'empty' } : { value: null }
  const invoice = findInvoice(db, invoiceId)
  return invoice?.accountId === accountId ? { value: invoice } : { problem: 'unknown-invoice' }
}

function readReading(typed: string, required: boolean, locale: string): Read<number | null> {
  if (typed.trim() === '') return required ? { problem: 'empty' } : { value: null }
  const value = readTypedNumber(typed, locale)
  return value === null ? { problem: 'not-a-number' } : { value }
}

function readText({ text, kind }: RequestForm, invoice: Invoice | null): Read<string> {
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

/** What the person agreed to must be what the utility publishes: where it publishes a notice for this branch, the form must have shown one in force. */
function isNoticeInForce(db: Db, { privacyNotice }: RequestForm): boolean {
  if (!privacyNotice) return findLegalText(db, { kind: 'privacyNotice', locales: [], zoneId: homeZone(db)?.id ?? null }) === null
  return listLegalTexts(db, 'privacyNotice').some(({ id, version }) => id === privacyNotice.id && version === privacyNotice.version)
}

function replyToOf({ privacyNotice }: RequestForm, clock: Clock, email: string | null, phone: string | null): ReplyTo | null {
  const consent = privacyNotice && { legalTextId: privacyNotice.id, version: privacyNotice.version, at: new Date(clock.now()).toISOString() }
  if (!consent && email === null && phone === null) return null
  return { ...(email !== null && { email }), ...(phone !== null && { phone }), ...(consent && { consent }) }
}
