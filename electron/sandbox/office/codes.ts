import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../clock.ts'

export const CODE_LENGTH = 6
const MOST_TRIES = 5

/** The codes that were e-mailed for one thing. Several may be good at once; after five wrong ones none of them is, and only another one helps. */
export interface Codes {
  /** A new one; those before it stay good for their time. */
  issue(): string
  /** What was issued so far is void. */
  revoke(): void
  /** `spent`: none is good, or too many were wrong. */
  check(typed: string): 'right' | 'wrong' | 'spent'
  /** Until when the last one is good, milliseconds since the epoch. */
  goodUntil(): number
  /** The time of all of them is over. */
  isOver(): boolean
  /** Their time is over now. */
  expire(): void
}

export function createCodes(clock: Pick<Clock, 'now'>, lifetime: number): Codes {
  let issued: { code: string; until: number }[] = []
  let triesLeft = MOST_TRIES
  const good = (): string[] => (triesLeft > 0 ? issued.filter(({ until }) => clock.now() < until).map(({ code }) => code) : [])

  return {
    issue() {
      const code = String(randomInt(10 ** CODE_LENGTH)).padStart(CODE_LENGTH, '0')
      // Those that were guessed at too often stay void beside it.
      if (triesLeft === 0) issued = []
      triesLeft = triesLeft || MOST_TRIES
      issued.push({ code, until: clock.now() + lifetime })
      return code
    },
    revoke: () => void (issued = []),
    check(typed) {
      const codes = good()
      if (codes.length === 0) return 'spent'
      if (codes.some((code) => isSame(code, typed.replace(/\s/gu, '')))) return 'right'
      triesLeft -= 1
      return 'wrong'
    },
    goodUntil: () => issued.at(-1)?.until ?? clock.now(),
    isOver: () => issued.every(({ until }) => until <= clock.now()),
    expire: () => void (issued = issued.map(({ code, until }) => ({ code, until: Math.min(until, clock.now()) }))),
  }
}

function isSame(code: string, typed: string): boolean {
  const [one, other] = [Buffer.from(code), Buffer.from(typed)]
  return one.length === other.length && timingSafeEqual(one, other)
}
