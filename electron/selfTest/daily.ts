import { businessDate, businessTime } from '../../shared/domain/dates.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import type { SelfTests } from './selfTest.ts'

const LOOK_EVERY_MS = 10 * 60_000
/** After the start, for what is slow to be there: a printer that was switched on with the machine. */
const FIRST_LOOK_MS = 2 * 60_000
/** `HH:MM`. Somebody who is told of it then has time before the first customers. */
const NOT_BEFORE = '06:00'

interface DailyParts {
  selfTests: Pick<SelfTests, 'latest' | 'run'>
  clock: Clock
  log: Log
  timeZone: () => string
  /** Nobody is at the counter and nothing prints. */
  isIdle: () => boolean
}

/** Runs the day's self-test while nobody is there, once on each day of the branch. The answer stops it. */
export function startDailySelfTest({ selfTests, clock, log, timeZone, isIdle }: DailyParts): () => void {
  let cancel = clock.after(FIRST_LOOK_MS, look)
  function look(): void {
    cancel = clock.after(LOOK_EVERY_MS, look)
    if (isDue() && isIdle()) selfTests.run('daily').catch((error: unknown) => logBug(log, 'self-test', error))
  }
  function isDue(): boolean {
    const latest = selfTests.latest()
    const dayOf = (instant: number | string): string => businessDate(instant, timeZone())
    return (latest === null || dayOf(latest.at) !== dayOf(clock.now())) && businessTime(clock.now(), timeZone()) >= NOT_BEFORE
  }
  return () => cancel()
}
