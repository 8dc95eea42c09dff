import { createHmac, randomBytes, randomUUID } from 'node:crypto'

/** What belongs to a try: the same for the same try again, and another for each different one. */
export type Tries<T> = (...what: string[]) => T

/** The Idempotency-Key of a try: one whose answer was lost ends well when it is sent again. */
export type TryKeys = Tries<string>

/**
 * The last is the only one that may be made again. What a try is made of are codes and passwords: what is kept of them is a digest under a secret that
 * nobody else has.
 */
export function createTries<T>(begin: () => T): Tries<T> {
  const secret = randomBytes(32)
  const digestOf = (parts: readonly string[]): string => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64')
  let last: { digest: string; value: T } | null = null
  return (...parts) => {
    const digest = digestOf(parts)
    if (last?.digest !== digest) last = { digest, value: begin() }
    return last.value
  }
}

export const createTryKeys = (): TryKeys => createTries(randomUUID)
