import { logBug, type Log } from '../log/log.ts'
import type { Chromium } from './chromium.ts'

/** The browser that runs. */
export interface BrowserSlot {
  /** Starts another; it comes when the one before is gone. */
  replace(launch: () => Chromium): void
  /** Ends it for good. */
  stop(): Promise<void>
}

interface BrowserSlotParts {
  log: Log
  /** The browser ended by itself, or could not be started. */
  onEnd(reason: string): void
}

export function createBrowserSlot({ log, onEnd }: BrowserSlotParts): BrowserSlot {
  let current: Chromium | null = null
  let stopped = false
  let queue = Promise.resolve()
  const end = async (): Promise<void> => {
    const before = current
    current = null
    await before?.stop()
  }
  const start = async (launch: () => Chromium): Promise<void> => {
    await end()
    if (stopped) return
    const started = launch()
    current = started
    void started.exited.then(() => current === started && onEnd('browser ended'))
  }
  return {
    replace(launch) {
      queue = queue
        .then(() => start(launch))
        .catch((error: unknown) => {
          logBug(log, 'browser', error)
          onEnd('browser cannot start')
        })
    },
    async stop() {
      stopped = true
      await queue
      await end()
    },
  }
}
