import type { ContactMessage } from '../../../shared/contract/contact.ts'
import { readContact } from '../../../shared/domain/contactFields.ts'
import { problemsOf, valueOf } from '../../../shared/domain/typedFields.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { findTopic } from '../../cache/queries/topics.ts'
import type { FilingType, FormParts, Payloads } from '../filingType.ts'
import { reachOf, replyToOf } from '../replyTo.ts'

export const contact: FilingType<'contact'> = {
  facts: ({ name, accountNumber }, writer) => [
    ['contactName', writer.name(name)],
    ['accountNumber', accountNumber],
  ],
  text: ({ text }) => text,
  refill: ({ topicId, name, text, accountNumber = null, replyTo }) => ({
    ...{ kind: 'contact', topicId, name, message: text, accountNumber: accountNumber ?? '' },
    ...reachOf(replyTo),
  }),
}

/** What somebody wrote without an account, as it is sent. Problems: invalid-fields. */
export function readMessage(form: ContactMessage, { db, clock }: Pick<FormParts, 'db' | 'clock'>): Result<Payloads['contact']> {
  const topic = findTopic(db, form.topicId)
  const fields = readContact(form, topic?.kind === 'contact' ? topic : null)
  const problems = problemsOf(fields)
  if (problems.length > 0) return failure({ code: 'invalid-fields', fields: problems })
  const [accountNumber, email, phone] = [valueOf(fields.accountNumber), valueOf(fields.email), valueOf(fields.phone)]
  const replyTo = replyToOf({ email, phone, notice: form.privacyNotice }, clock)
  return success({ topicId: form.topicId, name: valueOf(fields.name), text: valueOf(fields.message), accountNumber, ...(replyTo && { replyTo }) })
}
