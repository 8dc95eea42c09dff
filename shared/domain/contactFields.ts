import type { Topic } from '../utility-api/generated/types.gen.ts'
import { readAccountNumber } from './accountNumber.ts'
import { LONGEST_TEXT, plainText } from './requestText.ts'
import { readOptionalEmail, readOptionalPhone, type Read } from './typedFields.ts'
import { onOneLine, readName } from './typedLine.ts'

/** What somebody wrote without an account; what was not chosen or not typed is empty. */
interface TypedMessage {
  topicId: string
  name: string
  accountNumber: string
  message: string
  email: string
  phone: string
}

interface ContactFields {
  topicId: Read<string>
  name: Read<string>
  accountNumber: Read<string | null>
  message: Read<string>
  email: Read<string | null>
  phone: Read<string | null>
}

type Form = Topic['form'] | null

/** Whoever asks wants an answer; whoever suggests or praises may do without. */
export const wantsAnswer = (form: Form): boolean => form !== 'suggestion' && form !== 'opinion'

/** Understands each field, for the page and for the main process alike. `topic`: null where there is none of that identifier. */
export function readContact(typed: TypedMessage, topic: { form?: Form } | null): ContactFields {
  const email = readOptionalEmail(typed.email)
  const phone = readOptionalPhone(typed.phone)
  const isUnreachable = 'value' in email && email.value === null && 'value' in phone && phone.value === null
  return {
    topicId: topic ? { value: typed.topicId } : { problem: typed.topicId === '' ? 'empty' : 'unknown-topic' },
    name: readName(typed.name),
    accountNumber: readOptionalAccountNumber(typed.accountNumber),
    message: readText(typed.message),
    email: isUnreachable && wantsAnswer(topic?.form ?? null) ? { problem: 'no-way-to-answer' } : email,
    phone,
  }
}

/** As it was typed. Whose it is, if anybody's, the utility finds out: here nothing is told of it. */
function readOptionalAccountNumber(typed: string): Read<string | null> {
  const number = onOneLine(typed)
  if (number === '') return { value: null }
  const read = readAccountNumber(number)
  return read.ok ? { value: number } : { problem: read.problem }
}

function readText(typed: string): Read<string> {
  const text = plainText(typed)
  if (text === '') return { problem: 'empty' }
  return text.length > LONGEST_TEXT ? { problem: 'too-long' } : { value: text }
}
