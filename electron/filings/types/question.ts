import { writtenOfQuestion } from '../../../shared/domain/requestText.ts'
import { success } from '../../../shared/result.ts'
import { findInvoice } from '../../cache/queries/invoices.ts'
import { readAboutTopic } from '../aboutTopic.ts'
import type { FormType } from '../filingType.ts'
import { reachOf } from '../replyTo.ts'

export const question: FormType<'question'> = {
  read(form, parts) {
    const about = readAboutTopic(form, parts)
    if (!about.ok) return about
    const { common, invoiceId } = about.value
    return success({ ...common, ...(invoiceId !== null && { invoiceId }) })
  },
  // Its text names the invoice, where there is one.
  facts: () => [],
  text: ({ text }) => text,
  refill: ({ topicId, text, invoiceId, replyTo }, { db }) => ({
    ...{ kind: 'question', topicId, invoiceId: invoiceId ?? '', reading: '', disputedAmount: '', addsTo: '' },
    text: writtenOfQuestion(text, invoiceId ? (findInvoice(db, invoiceId)?.number ?? null) : null),
    ...reachOf(replyTo),
  }),
}
