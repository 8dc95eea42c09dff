import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { anyForm, typed } from './filings.ts'
import { filedRequest } from './requests.ts'
import { identifier, LONGEST_IDENTIFIER, nothing } from './values.ts'

/** Kinds of message that the contract knows, the one that most want first. */
export const contactForms = ['query', 'highConsumption', 'suggestion', 'opinion'] as const

/** What somebody writes about. */
export const contactTopic = z.object({
  id: identifier,
  name: z.string(),
  /** Which of the known kinds of message it is; null where the utility does not say. */
  form: z.enum(contactForms).nullable(),
  /** A leak: the emergency number comes first. */
  emergency: z.boolean(),
})
export type ContactTopic = z.infer<typeof contactTopic>

/** What is typed of it. Problems name `topicId`, `name`, `accountNumber`, `message`, `email`, `phone`. */
export const typedMessage = {
  topicId: z.string().max(LONGEST_IDENTIFIER),
  name: typed,
  /** Only passed on: nothing is looked up by it. */
  accountNumber: typed,
  message: typed,
  email: typed,
  phone: typed,
}

/** Written without an account. */
export const contactMessage = z.strictObject({
  ...anyForm,
  ...typedMessage,
  /** The account whose zone's privacy notice was shown; null for the branch's. The message itself is of no account. */
  noticeOf: identifier.nullable(),
})
export type ContactMessage = z.infer<typeof contactMessage>

export const contactCalls = heardBy('served', {
  /** Problems: preparing-data. */
  'contact.topics': call(nothing, z.object({ topics: z.array(contactTopic) })),
  /** As `requests.file`. Problems besides: message-limit. */
  'contact.file': call(contactMessage, filedRequest),
})
