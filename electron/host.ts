import { systemClock } from './clock.ts'
import { compose } from './compose.ts'
import { createLog, logBug } from './log/log.ts'
import { createRecentLines } from './log/recent.ts'
import { logWarnings } from './log/warnings.ts'
import { startBrowserShell, type BrowserShell } from './shell/browserShell.ts'
import { prepare, startFailure } from './shell/prepare.ts'
import { startRenewable } from './shell/renewal.ts'

/** Less than the five seconds after which whoever sent SIGTERM loses patience. */
const LONGEST_FAREWELL_MS = 4_000

const recentLines = createRecentLines()
const log = createLog(undefined, recentLines)

logWarnings(log)
process.on('uncaughtException', giveUp)
process.on('unhandledRejection', giveUp)

try {
  await run()
} catch (error) {
  giveUp(error)
}

/** The browser shell: the application under Node, its screen a Chromium in kiosk mode, or none. */
async function run(): Promise<void> {
  const { settings, lock } = prepare(process.argv.slice(2), process.env)
  const shell = await startBrowserShell({
    settings,
    log,
    start: () =>
      startRenewable({
        start: (renew) => compose({ settings, log, clock: systemClock, recentLines, renew }),
        clock: systemClock,
        log,
        giveUp: () => process.exit(1),
      }),
  })
  const stop = async (): Promise<void> => {
    await shell.stop()
    lock.release()
    process.exit(0)
  }
  let leaving = false
  const onSignal = (): void => {
    // A terminal and a supervisor may both say so.
    if (!leaving) leave(stop)
    leaving = true
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal)
  announceAddress(shell)
}

/** Prints the ready line, and again with a new address whenever SIGUSR2 asks for one. */
function announceAddress({ address }: BrowserShell): void {
  const print = (): void => {
    const url = address()
    if (url === null) return
    process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`)
    process.stderr.write(`ventanilla: the address is good once and for a minute; for another: kill -USR2 ${process.pid}\n`)
  }
  print()
  // Windows has no such signal.
  if (process.platform !== 'win32') process.on('SIGUSR2', print)
}

function leave(stop: () => Promise<void>): void {
  setTimeout(() => {
    log.error({ milliseconds: LONGEST_FAREWELL_MS }, 'stop timed out: process exits')
    process.exit(1)
  }, LONGEST_FAREWELL_MS).unref()
  stop().catch(giveUp)
}

/** Whoever supervises the kiosk starts it again; a cause that only a person can mend is said in one line. */
function giveUp(error: unknown): void {
  const failure = startFailure(error)
  if (failure) process.stderr.write(`${failure.line}\n`)
  else logBug(log, 'host', error)
  process.exit(failure?.exitCode ?? 1)
}
