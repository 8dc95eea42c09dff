import { failure, type Result } from '../../shared/result.ts'
import type { Clock } from '../clock.ts'

interface PaceParts {
  clock: Clock
  /** So many calls in so many milliseconds, whoever makes them. */
  most: number
  within: number
}

/** Calls to the online office one after another and no faster than people make them: what counts a miss counts it before the next is sent. */
export type Pace = <T>(call: () => Promise<Result<T>>) => Promise<Result<T>>

/** Problems besides the call's: office-throttled. */
export function createPace({ clock, most, within }: PaceParts): Pace {
  let isBusy = false
  let begun: number[] = []
  return async (call) => {
    begun = begun.filter((at) => clock.elapsed() - at < within)
    const wait = isBusy ? 1 : begun.length < most ? 0 : Math.ceil(((begun[0] ?? 0) + within - clock.elapsed()) / 1000)
    if (wait > 0) return failure({ code: 'office-throttled', retryAfterSeconds: wait })
    isBusy = true
    begun.push(clock.elapsed())
    try {
      return await call()
    } finally {
      isBusy = false
    }
  }
}
