import type { BrowserWindow, IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import { failure, type Result } from '../../shared/result.ts'
import type { Application } from '../application.ts'
import type { Clock } from '../clock.ts'
import { asPlainData, boundCalls } from './gate.ts'
import { startHeartbeat } from './heartbeat.ts'
import { ipcNames } from './ipcNames.ts'
import { isOwnAddress } from './origin.ts'

interface WindowPageParts {
  window: BrowserWindow
  ipcMain: IpcMain
  application: Application
  clock: Clock
  clearClipboard(): void
  /** The renderer died or does not answer; the visit is over. Called once. */
  onFailure(reason: string): void
}

/** One load of the page. */
interface Visit {
  call(channel: unknown, request: unknown): Promise<Result<unknown>>
  pong(number: number): void
  end(): void
}

/** Joins one window to the application: every load of its page is a new visitor. Returns what ends it. */
export function serveWindow({ window, ipcMain, application, clock, clearClipboard, onFailure }: WindowPageParts): () => void {
  const { webContents } = window
  let visit: Visit | null = null
  let over = false
  const leave = (): void => {
    visit?.end()
    visit = null
  }
  const fail = (reason: string): void => {
    leave()
    if (over) return
    over = true
    onFailure(reason)
  }
  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) leave()
  })
  webContents.on('did-navigate', () => {
    leave()
    if (!over) visit = startVisit({ webContents, application, clock, clearClipboard, onHung: () => fail('hung') })
  })
  webContents.on('render-process-gone', (_event, { reason }) => fail(reason))
  window.on('closed', () => fail('closed'))
  const stopListening = listen(ipcMain, webContents, () => visit)
  return () => {
    over = true
    leave()
    stopListening()
  }
}

interface VisitParts {
  webContents: WebContents
  application: Application
  clock: Clock
  clearClipboard(): void
  onHung(): void
}

function startVisit({ webContents, application, clock, clearClipboard, onHung }: VisitParts): Visit {
  const send = (name: string, ...values: unknown[]): void => {
    if (!webContents.isDestroyed()) webContents.send(name, ...values)
  }
  const page = application.connect((name, payload) => {
    if (name === 'session.ended') clearClipboard()
    send(ipcNames.event, name, payload)
  })
  const heart = startHeartbeat({ clock, ping: (number) => send(ipcNames.ping, number), onHung })
  return {
    call: boundCalls(page),
    pong: heart.pong,
    end() {
      heart.stop()
      page.close()
      clearClipboard()
    },
  }
}

/** Answers the page's calls, and nobody else's: the main frame of this window, showing our own address. */
function listen(ipcMain: IpcMain, webContents: WebContents, current: () => Visit | null): () => void {
  const isOurs = ({ sender, senderFrame }: IpcMainInvokeEvent | IpcMainEvent): boolean =>
    sender === webContents && senderFrame !== null && senderFrame === webContents.mainFrame && isOwnAddress(senderFrame.url)
  const onPong = (event: IpcMainEvent, number: unknown): void => {
    if (isOurs(event) && typeof number === 'number') current()?.pong(number)
  }
  ipcMain.on(ipcNames.pong, onPong)
  ipcMain.handle(ipcNames.call, (event, channel: unknown, request: unknown) => {
    if (!isOurs(event)) return failure({ code: 'not-allowed' })
    const plain = asPlainData(request)
    if (!plain) return failure({ code: 'bad-request' })
    return current()?.call(channel, plain.value) ?? failure({ code: 'disconnected' })
  })
  return () => {
    ipcMain.removeHandler(ipcNames.call)
    ipcMain.removeListener(ipcNames.pong, onPong)
  }
}
