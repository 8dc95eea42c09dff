import { createHmac, randomBytes, randomUUID } from 'node:crypto'

/** The Idempotency-Key of a try, the same for the same try again: one whose answer was lost ends well. */
export type TryKeys = (...what: string[]) => string

/** One key for each different try; the last is the only one that may be sent again. Of what was tried, a code or a password, nothing is kept that tells it. */
export function createTryKeys(): TryKeys {
  const secret = randomBytes(32)
  let last: { what: string; key: string } | null = null
  return (...parts) => {
    const what = createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex')
    if (last?.what !== what) last = { what, key: randomUUID() }
    return last.key
  }
}
