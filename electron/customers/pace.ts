import { failure, type Result } from '../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Counter } from '../session/counter.ts'

interface PaceParts {
  clock: Clock
  counter: Pick<Counter, 'isLate' | 'whenOver'>
  /** So many calls in so many milliseconds, whoever makes them. */
  most: number
  within: number
}

/** Calls to the online office, in a visit one after another, and no faster than people make them: what counts a miss counts it before the next is sent. */
export interface Pace {
  /** Problems besides the call's: office-throttled; not-allowed where whoever asked has left, and nothing is sent. */
  <T>(call: () => Promise<Result<T>>): Promise<Result<T>>
  /** Nobody waits for the call that is under way: the next one does not either. */
  abandon(): void
}

export function createPace({ clock, counter, most, within }: PaceParts): Pace {
  let underWay: object | null = null
  let begun: number[] = []
  const abandon = (): void => void (underWay = null)
  async function pace<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
    // What was typed was judged first, in which time whoever typed it may have left.
    if (counter.isLate()) return failure({ code: 'not-allowed' })
    begun = begun.filter((at) => clock.elapsed() - at < within)
    const wait = underWay ? 1 : begun.length < most ? 0 : Math.ceil(((begun[0] ?? 0) + within - clock.elapsed()) / 1000)
    if (wait > 0) return failure({ code: 'office-throttled', retryAfterSeconds: wait })
    const mine = (underWay = {})
    counter.whenOver(abandon)
    begun.push(clock.elapsed())
    try {
      return await call()
    } finally {
      if (underWay === mine) underWay = null
    }
  }
  return Object.assign(pace, { abandon })
}
