import type { Clock } from '../../electron/clock.ts'

export interface FakeClock extends Clock {
  /** Lets so many milliseconds pass: both clocks move and what falls due is called, in order. */
  advance(milliseconds: number): void
  /** Sets the wall clock alone, as a person or a time server does. */
  setWall(instant: string): void
}

/** A clock that moves only when told. */
export function fakeClock(start = '2026-11-21T16:42:00Z'): FakeClock {
  let wall = Date.parse(start)
  let elapsed = 1000
  const timers = new Map<object, { at: number; action: () => void }>()

  const nextDue = (limit: number): [object, { at: number; action: () => void }] | undefined =>
    [...timers].filter(([, timer]) => timer.at <= limit).sort(([, a], [, b]) => a.at - b.at)[0]

  const moveTo = (moment: number): void => {
    wall += moment - elapsed
    elapsed = moment
  }
  return {
    now: () => wall,
    elapsed: () => elapsed,
    after(milliseconds, action) {
      const key = {}
      timers.set(key, { at: elapsed + milliseconds, action })
      return () => timers.delete(key)
    },
    advance(milliseconds) {
      const end = elapsed + milliseconds
      for (let due = nextDue(end); due; due = nextDue(end)) {
        const [key, { at, action }] = due
        timers.delete(key)
        moveTo(at)
        action()
      }
      moveTo(end)
    },
    setWall(instant) {
      wall = Date.parse(instant)
    },
  }
}
