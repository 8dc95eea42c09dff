import { readRequiredPhone, type Read } from './typedFields.ts'

const figuresOf = (phone: string): string => phone.replace(/\D/gu, '')

/** Understands each field, for the page and for the main process alike. `known`: the telephone that the utility has; null where it has none, or it is not told here. */
export function readContactDetails(typed: { phone: string }, known: string | null): { phone: Read<string> } {
  const phone = readRequiredPhone(typed.phone)
  const isKnown = known !== null && 'value' in phone && figuresOf(phone.value) === figuresOf(known)
  return { phone: isKnown ? { problem: 'as-today' } : phone }
}
