import type { ReconnectionPayload } from '../utility-api/generated/types.gen.ts'
import { LONGEST_TEXT, plainText } from './requestText.ts'
import { readRequiredPhone, type Read } from './typedFields.ts'

/** Why somebody was cut off, as the contract knows it. */
export const reconnectionReasons = ['paidDebt', 'voluntary', 'other'] as const satisfies ReconnectionPayload['reason'][]
type Reason = (typeof reconnectionReasons)[number]

/** As typed; the reason is empty until one is chosen. */
interface TypedReconnection {
  reason: Reason | ''
  phone: string
  notes: string
}

/** Understands each field, for the page and for the main process alike. */
export function readReconnection({ reason, phone, notes }: TypedReconnection): { reason: Read<Reason>; phone: Read<string>; notes: Read<string> } {
  const plain = plainText(notes)
  return {
    reason: reason === '' ? { problem: 'empty' } : { value: reason },
    phone: readRequiredPhone(phone),
    notes: plain.length > LONGEST_TEXT ? { problem: 'too-long' } : { value: plain },
  }
}
