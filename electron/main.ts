import { app, clipboard, ipcMain, session } from 'electron'
import { join } from 'node:path'
import { systemClock } from './clock.ts'
import { compose } from './compose.ts'
import { createLog, logBug } from './log/log.ts'
import { createRecentLines } from './log/recent.ts'
import { logWarnings } from './log/warnings.ts'
import { appendKioskSwitches, ownFlags } from './shell/commandLine.ts'
import { readPageFiles } from './shell/files.ts'
import { lockDownContents, lockDownSession } from './shell/lockdown.ts'
import { PAGE_FOLDER } from './shell/builtFiles.ts'
import { CannotStart, prepare, startFailure, type Prepared } from './shell/prepare.ts'
import { declareScheme, servePageFiles } from './shell/protocol.ts'
import { startRenewable } from './shell/renewal.ts'
import { keepWindow, PARTITION } from './shell/window.ts'

const recentLines = createRecentLines()
const log = createLog(undefined, recentLines)
const developer = !app.isPackaged

logWarnings(log)
process.on('uncaughtException', giveUp)
process.on('unhandledRejection', giveUp)

try {
  begin(prepare(ownFlags(process.argv, app.isPackaged), process.env))
} catch (error) {
  giveUp(error)
}

/** What must stand before Electron is ready. It is not awaited: Electron waits for this module before it becomes ready. */
function begin(prepared: Prepared): void {
  app.setPath('userData', join(prepared.settings.dataDir, 'electron'))
  if (!app.requestSingleInstanceLock()) throw new CannotStart('another instance of Ventanilla is open')
  appendKioskSwitches(app)
  app.enableSandbox()
  declareScheme()
  lockDownContents(app)
  app
    .whenReady()
    .then(() => run(prepared))
    .catch(giveUp)
}

/** The Electron shell: the application behind IPC, its screen a locked-down window. */
async function run({ settings, lock }: Prepared): Promise<void> {
  const kiosk = session.fromPartition(PARTITION)
  lockDownSession(kiosk, { developer })
  servePageFiles(kiosk.protocol, readPageFiles(PAGE_FOLDER))
  const application = await startRenewable({
    start: (renew) => compose({ settings, log, clock: systemClock, recentLines, renew }),
    clock: systemClock,
    log,
    giveUp: () => app.exit(1),
  })
  const closeWindow = keepWindow({ application, ipcMain, clock: systemClock, log, developer, clearClipboard })
  const stop = async (): Promise<void> => {
    closeWindow()
    await application.stop()
    lock.release()
    app.exit(0)
  }
  // The kiosk outlives its window: it is opened anew. Only a signal, or the end of the desktop's session, ends it.
  app.on('window-all-closed', () => undefined)
  let stopping: Promise<void> | null = null
  app.on('before-quit', (event) => {
    event.preventDefault()
    stopping ??= stop().catch(giveUp)
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}

function clearClipboard(): void {
  clipboard.clear()
  // What is merely marked, and pasted by the middle button, has a buffer of its own.
  if (process.platform === 'linux') clipboard.selection.clear()
}

function giveUp(error: unknown): void {
  const failure = startFailure(error)
  if (failure) process.stderr.write(`${failure.line}\n`)
  else logBug(log, 'main', error)
  app.exit(failure?.exitCode ?? 1)
}
