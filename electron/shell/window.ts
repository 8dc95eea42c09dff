import { BrowserWindow, type BrowserWindowConstructorOptions, type IpcMain } from 'electron'
import type { Application } from '../application.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import { APP_ORIGIN } from './origin.ts'
import { SAFE_SCREEN_PATH } from './plainPages.ts'
import { PRELOAD_FILE } from './builtFiles.ts'
import { createRecovery } from './recovery.ts'
import { serveWindow } from './windowPage.ts'

/** Its session lives in memory: nothing of a visit reaches the disk. */
export const PARTITION = 'kiosk'

/** The one window: the whole screen, a sandboxed page without Node, one preload script. */
export function kioskWindowOptions({ developer }: { developer: boolean }): BrowserWindowConstructorOptions {
  return {
    kiosk: true,
    fullscreen: true,
    frame: false,
    autoHideMenuBar: true,
    backgroundColor: '#f6f4ef',
    webPreferences: {
      preload: PRELOAD_FILE,
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: developer,
      // Whoever stands still and reads must not find a page that was put to sleep.
      backgroundThrottling: false,
    },
  }
}

interface KioskWindowParts {
  application: Application
  ipcMain: IpcMain
  clock: Clock
  log: Log
  developer: boolean
  /** Forgets what was copied or selected. */
  clearClipboard: () => void
}

/** Shows the page in a window of its own, and in a new one whenever it dies or hangs. Returns what closes it for good. */
export function keepWindow({ application, ipcMain, clock, log, developer, clearClipboard }: KioskWindowParts): () => void {
  let close = (): void => undefined
  const open = (path: string): void => {
    close()
    const window = new BrowserWindow(kioskWindowOptions({ developer }))
    const stopServing = serveWindow({ window, ipcMain, application, clock, clearClipboard, onFailure })
    close = () => {
      stopServing()
      if (!window.isDestroyed()) window.destroy()
    }
    load(window, path).catch((error: unknown) => logBug(log, 'window', error))
  }
  const recovery = createRecovery({ clock, restart: () => open('/'), rest: () => open(SAFE_SCREEN_PATH) })
  function onFailure(reason: string): void {
    log.warn({ reason }, 'page failed: window reopens')
    recovery.failed()
  }
  open('/')
  return () => {
    recovery.stop()
    close()
  }
}

async function load(window: BrowserWindow, path: string): Promise<void> {
  await window.loadURL(`${APP_ORIGIN}${path}`)
  window.webContents.setZoomFactor(1)
  await window.webContents.setVisualZoomLevelLimits(1, 1)
}
