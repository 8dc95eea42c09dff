import type { Read } from './typedFields.ts'

/**
 * A code that came by e-mail, as somebody typed it: in groups or not.
 * @param length in figures; null where the utility did not say. What cannot be one is not sent: it would count as a wrong one.
 */
export function readMailCode(typed: string, length: number | null): Read<string> {
  const code = typed.replace(/\s/gu, '')
  if (code === '') return { problem: 'empty' }
  if (length === null) return { value: code }
  if (!/^\d+$/u.test(code)) return { problem: 'not-digits' }
  if (code.length === length) return { value: code }
  return { problem: code.length < length ? 'too-short' : 'too-long' }
}
