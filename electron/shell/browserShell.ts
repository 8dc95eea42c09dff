import { join } from 'node:path'
import type { Application } from '../application.ts'
import { systemClock } from '../clock.ts'
import type { Settings } from '../config.ts'
import type { Log } from '../log/log.ts'
import { findChromium, hasDisplay, launchChromium } from './chromium.ts'
import { readPageFiles } from './files.ts'
import { startLoopback, type Loopback, type LoopbackParts } from './loopback.ts'
import { PAGE_FOLDER } from './builtFiles.ts'
import { CannotStart } from './prepare.ts'
import { startScreen, type Screen } from './screen.ts'

/** The application behind a loopback server, with or without a Chromium of its own. */
export interface BrowserShell {
  /** A new one-time address, where no Chromium was started to use it, else null; whoever loaded the page before may no longer. */
  address(): string | null
  stop(): Promise<void>
}

interface BrowserShellParts {
  settings: Settings
  log: Log
  /** Starts the application once everything that this shell needs has been found. */
  start(): Promise<Application>
}

/** Throws `CannotStart` when there is no Chromium or no display for it, or the port is taken. */
export async function startBrowserShell({ settings, log, start }: BrowserShellParts): Promise<BrowserShell> {
  const executable = settings.shell === 'none' ? null : requireChromium()
  const files = readPageFiles(PAGE_FOLDER)
  const application = await start()
  let screen: Screen | null = null
  const loopback = await listen({
    port: settings.port,
    files,
    application,
    clock: systemClock,
    log,
    onArrival: () => screen?.arrived(),
    onDeparture: (departure) => screen?.departed(departure),
  })
  if (executable !== null) {
    const profileDir = join(settings.dataDir, 'chromium')
    const launch = (url: string) => launchChromium({ executable, url, profileDir })
    screen = startScreen({ address: loopback.address, launch, clock: systemClock, log })
  }
  return {
    address: () => (executable === null ? loopback.address() : null),
    async stop() {
      await screen?.stop()
      await loopback.stop()
      await application.stop()
    },
  }
}

function requireChromium(): string {
  const found = findChromium(process.env)
  if (found === null) throw new CannotStart('no Chromium was found on the PATH (Debian: apt install chromium)')
  // It would end at once, and be started again and again.
  if (!hasDisplay(process.env)) throw new CannotStart('there is no display for Chromium: set DISPLAY, or use --shell none and a browser of yours')
  return found
}

async function listen(parts: LoopbackParts): Promise<Loopback> {
  try {
    return await startLoopback(parts)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    throw new CannotStart(`port ${parts.port} cannot be used (${code})`)
  }
}
