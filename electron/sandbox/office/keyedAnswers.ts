import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Outcome, refused } from './outcome.ts'

const keyHeader = z.uuid().optional()

interface Keyed<T> {
  outcome: Outcome<T>
  replayed: boolean
}

/** The first answer under an Idempotency-Key is given again for the same bytes. */
export interface KeyedAnswers<T> {
  /**
   * @param scope what the key is for: the same key for another thing is another key
   * @param header as it came; without one nothing is remembered
   */
  answer(scope: string, header: unknown, bytes: Buffer, work: () => Promise<Outcome<T>>): Promise<Keyed<T>>
}

/** Bodies carry passwords: what is kept of them is a digest under a key that ends with the process. */
export function createKeyedAnswers<T>(): KeyedAnswers<T> {
  const secret = randomBytes(32)
  const digest = (bytes: Buffer): string => createHmac('sha256', secret).update(bytes).digest('base64')
  const entries = new Map<string, { digest: string; outcome: Outcome<T> | null }>()
  const first = (outcome: Outcome<T>): Keyed<T> => ({ outcome, replayed: false })

  return {
    async answer(scope, header, bytes, work) {
      const key = keyHeader.safeParse(header)
      if (!key.success) return first(refused(400, 'bad-idempotency-key', 'Idempotency-Key no es un UUID'))
      if (key.data === undefined) return first(await work())
      const name = `${scope} ${key.data.toLowerCase()}`
      const before = entries.get(name)
      if (before && before.digest !== digest(bytes)) return first(refused(422, 'idempotency-key-reused', 'La clave se usó con otro mensaje'))
      if (before?.outcome) return { outcome: before.outcome, replayed: true }
      if (before) return first({ ...refused(409, 'in-progress', 'El mensaje se está procesando'), retryAfterSeconds: 1 })
      const entry = { digest: digest(bytes), outcome: null as Outcome<T> | null }
      entries.set(name, entry)
      try {
        const outcome = await work()
        if (outcome.ok || outcome.retryAfterSeconds === undefined) entry.outcome = outcome
        return first(outcome)
      } finally {
        if (!entry.outcome) entries.delete(name)
      }
    },
  }
}
