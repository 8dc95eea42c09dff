import { readRequiredEmail, type Read } from './typedFields.ts'

/** Another address to sign in with; `login` is that of today. */
export function readCustomerEmail(typed: string, login: string): Read<string> {
  const email = readRequiredEmail(typed)
  return 'value' in email && email.value.toLowerCase() === login.toLowerCase() ? { problem: 'as-today' } : email
}
