import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock.ts'

/** How long a token waits for the browser that it was made for. */
const TOKEN_LIFETIME_MS = 60_000

/** Who may load the page: the browser that exchanged the token of the address for a cookie. */
export interface Admission {
  /** A new one-time token; whoever was admitted before no longer is. */
  issueToken(): string
  /** The value of the cookie that a token buys, once and within a minute; null for any other. */
  exchange(token: string): string | null
  holds(cookie: string | undefined): boolean
}

/** Keeps digests only, so that comparing takes the same time for every guess. */
export function createAdmission(clock: Clock): Admission {
  let token: { digest: Buffer; issuedAt: number } | null = null
  let cookie: Buffer | null = null
  return {
    issueToken() {
      const value = secret()
      token = { digest: digest(value), issuedAt: clock.elapsed() }
      cookie = null
      return value
    },
    exchange(offered) {
      if (!token || !timingSafeEqual(digest(offered), token.digest)) return null
      const late = clock.elapsed() - token.issuedAt >= TOKEN_LIFETIME_MS
      token = null
      if (late) return null
      const value = secret()
      cookie = digest(value)
      return value
    },
    holds: (value) => cookie !== null && value !== undefined && timingSafeEqual(digest(value), cookie),
  }
}

const secret = (): string => randomBytes(32).toString('base64url')

const digest = (value: string): Buffer => createHash('sha256').update(value).digest()
