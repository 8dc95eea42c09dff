import type { RequestForm } from '../../shared/contract/requests.ts'
import { problemsOf, readFields, valueOf } from '../../shared/domain/requestFields.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ReplyTo } from '../../shared/utility-api/generated/types.gen.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findTopic } from '../cache/queries/topics.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Message } from '../outbox/outbox.ts'
import { isNoticeInForce } from './privacyNotice.ts'

interface FormParts {
  db: ReadableDb
  clock: Clock
  /** The account's, for numbers. */
  locale: string
}

/** Understands a question or claim as it was typed, or says field by field what is wrong with it. */
export function readForm(form: RequestForm, { db, clock, locale }: FormParts): Result<Message> {
  const topic = findTopic(db, form.topicId)
  const invoice = findInvoice(db, form.invoiceId)
  const fields = readFields(form, {
    topic: topic?.kind === form.kind ? topic : null,
    invoice: invoice?.accountId === form.accountId ? invoice : null,
    locale,
  })
  const problems = problemsOf(fields)
  if (problems.length > 0) return failure({ code: 'invalid-fields', fields: problems })
  if (!isNoticeInForce(db, form)) return failure({ code: 'notice-changed' })
  const replyTo = replyToOf(form, clock, valueOf(fields.email), valueOf(fields.phone))
  const common = { topicId: form.topicId, text: valueOf(fields.text), ...(replyTo && { replyTo }) }
  const invoiceId = valueOf(fields.invoiceId)?.id ?? null
  if (form.kind === 'question') return success({ kind: 'question', payload: { ...common, ...(invoiceId !== null && { invoiceId }) } })
  return success({ kind: 'claim', payload: { ...common, invoiceId, reading: valueOf(fields.reading) } })
}

function replyToOf({ privacyNotice }: RequestForm, clock: Clock, email: string | null, phone: string | null): ReplyTo | null {
  const consent = privacyNotice && { legalTextId: privacyNotice.id, version: privacyNotice.version, at: new Date(clock.now()).toISOString() }
  if (!consent && email === null && phone === null) return null
  return { ...(email !== null && { email }), ...(phone !== null && { phone }), ...(consent && { consent }) }
}
