import type { FieldProblem, Problem } from '../problems.ts'
import { readEmail } from './email.ts'
import { readPhone } from './phone.ts'

/** What a field says, or what is wrong with it; `day` is the first or last that can be had. */
export type Read<T> = { value: T } | { problem: FieldProblem; day?: string }

/** What is wrong with a form, field by field; `fields` has a `Read` under the name of each. */
export function problemsOf(fields: object): NonNullable<Problem['fields']> {
  return Object.entries(fields).flatMap(([field, read]: [string, Read<unknown>]) => ('problem' in read ? [{ field, ...read }] : []))
}

/** The same as a problem of the form; null where every field is good. */
export function invalidFields(fields: object): Problem | null {
  const wrong = problemsOf(fields)
  return wrong.length > 0 ? { code: 'invalid-fields', fields: wrong } : null
}

/** Only after every field was found good. */
export function valueOf<T>(read: Read<T>): T {
  if ('problem' in read) throw new Error(`a field with the problem ${read.problem} was taken for good`)
  return read.value
}

/** What was found good, else nothing. */
export const textOf = (read: Read<string>): string => ('value' in read ? read.value : '')

export function readRequiredEmail(typed: string): Read<string> {
  const read = readEmail(typed)
  return read.ok ? { value: read.email } : { problem: read.problem }
}

export function readRequiredPhone(typed: string): Read<string> {
  const read = readPhone(typed)
  return read.ok ? { value: read.phone } : { problem: read.problem }
}

const unlessEmpty = (typed: string, read: (typed: string) => Read<string>): Read<string | null> => (typed.trim() === '' ? { value: null } : read(typed))

export const readOptionalEmail = (typed: string): Read<string | null> => unlessEmpty(typed, readRequiredEmail)
export const readOptionalPhone = (typed: string): Read<string | null> => unlessEmpty(typed, readRequiredPhone)
