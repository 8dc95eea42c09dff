import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { createBrowserSlot } from './browserSlot.ts'
import type { Chromium } from './chromium.ts'
import type { Departure } from './pageSocket.ts'
import { SAFE_SCREEN_PATH } from './plainPages.ts'
import { createRecovery } from './recovery.ts'

/** How long a browser may take to start, and a page to come back after it left (a reload). */
const ARRIVAL_MS = 60_000
const RETURN_MS = 5_000

/** The browser shell's screen: a Chromium that shows our page, and is started anew whenever it dies, hangs or shows something else. */
export interface Screen {
  arrived(): void
  departed(departure: Departure): void
  stop(): Promise<void>
}

interface ScreenParts {
  /** Ends the visit and answers the one-time address of a path. */
  address(path?: string): string
  launch(url: string): Chromium
  clock: Clock
  log: Log
}

export function startScreen({ address, launch, clock, log }: ScreenParts): Screen {
  let stopped = false
  let safe = false
  let cancelWait = (): void => undefined
  const fail = (reason: string): void => {
    cancelWait()
    if (stopped) return
    log.warn({ reason }, 'page failed: browser restarts')
    recovery.failed()
  }
  const expectPage = (milliseconds: number): void => {
    cancelWait()
    if (!safe && !stopped) cancelWait = clock.after(milliseconds, () => fail('no page'))
  }
  const browser = createBrowserSlot({ log, onEnd: fail })
  const show = (path: string): void => {
    safe = path === SAFE_SCREEN_PATH
    if (safe) log.error({}, 'page failed too often: out-of-service screen shown')
    browser.replace(() => {
      const url = address(path)
      expectPage(ARRIVAL_MS)
      return launch(url)
    })
  }
  const recovery = createRecovery({ clock, restart: () => show('/'), rest: () => show(SAFE_SCREEN_PATH) })
  show('/')
  return {
    arrived: () => cancelWait(),
    departed: (departure) => (departure === 'hung' ? fail('hung') : expectPage(RETURN_MS)),
    async stop() {
      stopped = true
      cancelWait()
      recovery.stop()
      await browser.stop()
    },
  }
}
