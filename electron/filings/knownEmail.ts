import { readEmail } from '../../shared/domain/email.ts'
import type { Account } from '../../shared/utility-api/generated/types.gen.ts'

/** The address that the utility has of an account; null where it has none, or something that is none. */
export function knownEmail({ email }: Pick<Account, 'email'>): string | null {
  const read = readEmail(email ?? '')
  return read.ok ? read.email : null
}
