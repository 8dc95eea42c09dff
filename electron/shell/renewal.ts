import type { Application, Renew, RenewalReason } from '../application.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import { inTime } from '../waiting.ts'
import { createRelay } from './relay.ts'

const WINDOW_MS = 10 * 60_000
/** So many within ten minutes. A utility that repeats itself must not make a loop, nor a disk that spoils whatever is mended. */
const MOST: Record<RenewalReason, number> = { directive: 1, corrupt: 3 }
/** An application that does not end holds on to the database: no other may be opened beside it. */
const LONGEST_FAREWELL_MS = 15_000

interface RenewableParts {
  /** Composes the application. */
  start(renew: Renew): Promise<Application>
  clock: Clock
  log: Log
  /** Nothing serves any more: ends the process with 1, so that whoever supervises the program starts it again. */
  giveUp(): void
}

/**
 * The application as the shells see it, which can be stopped and composed anew without the window, the page or the page's connection going
 * away. Rejects when it cannot be composed for the first time.
 */
export async function startRenewable(parts: RenewableParts): Promise<Application> {
  const relay = createRelay(parts)
  const mayRenew = createJudge(parts)
  let application: Application | null = null
  let generation = 0
  let wish: RenewalReason | null = null
  let renewing = Promise.resolve()
  let stopped = false

  async function launch(): Promise<void> {
    const mine = (generation += 1)
    application = await parts.start((reason) => {
      // One that is being replaced has nothing more to wish for.
      if (mine === generation) consider(reason)
    })
    relay.join(application)
  }

  /** What is wished for while the application is being composed is done when it stands. */
  function consider(asked: RenewalReason | null = null): void {
    wish ??= asked
    if (!application || !wish || stopped) return
    const [before, reason] = [application, wish]
    wish = null
    if (!mayRenew(reason)) return
    application = null
    generation += 1
    relay.part()
    renewing = withinTime(before.stop(), parts.clock)
      .then(() => (stopped ? undefined : launch()))
      .catch((error: unknown) => giveUp(parts, error))
      .then(() => consider())
  }

  await launch()
  consider()
  return {
    connect: relay.connect,
    async stop() {
      stopped = true
      await renewing
      await application?.stop()
    },
  }
}

function createJudge({ clock, log, ...parts }: RenewableParts): (reason: RenewalReason) => boolean {
  const done: Record<RenewalReason, number[]> = { directive: [], corrupt: [] }
  return (reason) => {
    const now = clock.elapsed()
    const recent = done[reason].filter((at) => now - at < WINDOW_MS)
    const allowed = recent.length < MOST[reason]
    done[reason] = allowed ? [...recent, now] : recent
    log[allowed ? 'info' : 'warn']({ reason, allowed }, 'the application is to be composed anew')
    if (!allowed && reason === 'corrupt') parts.giveUp()
    return allowed
  }
}

function giveUp({ log, ...parts }: RenewableParts, error: unknown): void {
  logBug(log, 'renewal', error)
  parts.giveUp()
}

async function withinTime(work: Promise<void>, clock: Clock): Promise<void> {
  const ended = await inTime({ clock, milliseconds: LONGEST_FAREWELL_MS }, () => work.then(() => 'ended'))
  if (ended === null) throw new Error('the application does not end')
}
