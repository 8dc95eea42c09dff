import type { Clock } from '../../clock.ts'
import type { LetterOrder } from '../mail/letter.ts'
import type { Customers } from './customers.ts'
import type { Passwords } from './passwords.ts'
import type { Records } from './records.ts'

/** What each part of the online office stands on. */
export interface OfficeParts {
  clock: Clock
  records: Records
  customers: Customers
  passwords: Passwords
  /** Gives a mail to the post. */
  write: (order: LetterOrder) => void
  /** How long a code is good, milliseconds. */
  codeLifetime: number
  /** A utility of contract 1.0 names no session, no length of a code, and no place to finish elsewhere. */
  tellsMore: boolean
}

/** What a request says beside its body, as far as mails need it. */
export interface Visit {
  /** Of this sandbox, as whoever asks reaches it. */
  baseUrl: string
  acceptLanguage: string | undefined
}

export const MINUTE = 60_000
export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()
