import type { TopicForm } from '../../shared/contract/filings.ts'
import { readFields } from '../../shared/domain/requestFields.ts'
import { problemsOf, valueOf } from '../../shared/domain/typedFields.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ReplyTo } from '../../shared/utility-api/generated/types.gen.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findTopic } from '../cache/queries/topics.ts'
import type { FormParts } from './filingType.ts'
import { replyToOf } from './replyTo.ts'

interface AboutTopic {
  /** As it is sent, whatever the kind. */
  common: { topicId: string; text: string; replyTo?: ReplyTo }
  invoiceId: string | null
  reading: number | null
  /** Minor units. */
  disputedAmount: number | null
  /** The folio of an open claim. */
  addsTo: string | null
}

/** Understands a question or claim as it was typed. Problems: invalid-fields. */
export function readAboutTopic(form: TopicForm, { db, clock, zone, locale, openClaim }: FormParts): Result<AboutTopic> {
  const topic = findTopic(db, form.topicId)
  const invoice = findInvoice(db, form.invoiceId)
  const fields = readFields(form, {
    topic: topic?.kind === form.kind ? topic : null,
    invoice: invoice?.accountId === form.accountId ? invoice : null,
    claim: form.kind === 'claim' && form.addsTo !== '' ? openClaim(form.addsTo) : null,
    currency: zone.currency,
    locale,
  })
  const problems = problemsOf(fields)
  if (problems.length > 0) return failure({ code: 'invalid-fields', fields: problems })
  const replyTo = replyToOf({ email: valueOf(fields.email), phone: valueOf(fields.phone), notice: form.privacyNotice }, clock)
  return success({
    common: { topicId: form.topicId, text: valueOf(fields.text), ...(replyTo && { replyTo }) },
    invoiceId: valueOf(fields.invoiceId)?.id ?? null,
    reading: valueOf(fields.reading),
    disputedAmount: valueOf(fields.disputedAmount),
    addsTo: valueOf(fields.addsTo),
  })
}
