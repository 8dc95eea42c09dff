import { chromium, type BrowserContext, type Page, type Route } from '@playwright/test'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'

/**
 * A double of the `electron` module, as far as the main script uses it: its windows are pages of the Chromium at `DOUBLE_CDP`, the app's
 * scheme is carried as https://kiosk.test. It proves how things are joined, not what Electron itself forbids.
 */

const CARRIED = 'https://kiosk.test'

const toCarried = (address: string): string => address.replace('ventanilla://kiosk', CARRIED)
const toOwn = (address: string): string => address.replace(CARRIED, 'ventanilla://kiosk')

type Handler = (event: object, ...values: unknown[]) => unknown

const invoked = new Map<string, Handler>()

class IpcMain extends EventEmitter {
  handle = (name: string, handler: Handler): void => void invoked.set(name, handler)
  removeHandler = (name: string): void => void invoked.delete(name)
}

export const ipcMain = new IpcMain()

let serve: (request: Request) => Response = () => new Response(null, { status: 404 })

export const protocol = { registerSchemesAsPrivileged: (): void => undefined }

const kioskSession = Object.assign(new EventEmitter(), {
  protocol: { handle: (_scheme: string, handler: typeof serve): void => void (serve = handler) },
  webRequest: { onBeforeRequest: (): void => undefined },
  setPermissionRequestHandler: (): void => undefined,
  setPermissionCheckHandler: (): void => undefined,
  setDevicePermissionHandler: (): void => undefined,
  setDisplayMediaRequestHandler: (): void => undefined,
  setSpellCheckerEnabled: (): void => undefined,
})

export const session = { fromPartition: (): typeof kioskSession => kioskSession }

export const clipboard = { clear: (): void => undefined, selection: { clear: (): void => undefined } }

export const Menu = { setApplicationMenu: (): void => undefined }

class App extends EventEmitter {
  isPackaged = false
  commandLine = { appendSwitch: (): void => undefined, removeSwitch: (): void => undefined }
  setPath = (): void => undefined
  requestSingleInstanceLock = (): boolean => true
  enableSandbox = (): void => undefined
  whenReady = (): Promise<void> => Promise.resolve()
  quit = (): boolean => this.emit('before-quit', { preventDefault: () => undefined })
  exit = (code: number): never => process.exit(code)
}

export const app = new App()

class WebContents extends EventEmitter {
  mainFrame = { url: '' }
  page: Page | null = null
  gone = false
  isDestroyed = (): boolean => this.gone
  setZoomFactor = (): void => undefined
  setVisualZoomLevelLimits = (): Promise<void> => Promise.resolve()
  setWindowOpenHandler = (): void => undefined
  send = (name: string, ...values: unknown[]): void => {
    this.page?.evaluate(([heard, given]) => Reflect.get(window, 'electronHears')?.(heard, given), [name, values] as const).catch(() => undefined)
  }
}

/** What stands in the page for the modules that a sandboxed preload script may require. */
const preloadWorld = (preload: string): string => `(() => {
  const listeners = new Map()
  window.electronHears = (name, values) => { for (const listener of listeners.get(name) ?? []) listener({}, ...values) }
  const ipcRenderer = {
    invoke: (name, ...values) => window.electronInvoke(name, values),
    send: (name, ...values) => void window.electronSend(name, values),
    on: (name, listener) => listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    removeAllListeners: (name) => listeners.delete(name),
  }
  const contextBridge = { exposeInMainWorld: (name, api) => { window[name] = api } }
  const require = () => ({ contextBridge, ipcRenderer })
  const exports = {}
  ${preload}
})()`

let browser: Promise<BrowserContext> | null = null

async function sharedContext(): Promise<BrowserContext> {
  const connected = await chromium.connectOverCDP(process.env.DOUBLE_CDP ?? '')
  return connected.contexts()[0] ?? connected.newContext()
}

interface WindowOptions {
  webPreferences: { preload: string }
}

export class BrowserWindow extends EventEmitter {
  webContents = new WebContents()
  #opened: Promise<Page>

  constructor({ webPreferences }: WindowOptions) {
    super()
    app.emit('web-contents-created', {}, this.webContents)
    this.#opened = this.#open(readFileSync(webPreferences.preload, 'utf8'))
  }

  async #open(preload: string): Promise<Page> {
    browser ??= sharedContext()
    const page = await (await browser).newPage()
    this.webContents.page = page
    const event = { sender: this.webContents, senderFrame: this.webContents.mainFrame }
    await page.exposeFunction('electronInvoke', (name: string, values: unknown[]) => invoked.get(name)?.(event, ...values))
    await page.exposeFunction('electronSend', (name: string, values: unknown[]) => void ipcMain.emit(name, event, ...values))
    await page.addInitScript({ content: preloadWorld(preload) })
    await page.route('**/*', (route) => this.#answer(route))
    page.on('crash', () => this.webContents.emit('render-process-gone', {}, { reason: 'crashed' }))
    return page
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    const url = toOwn(request.url())
    const isPage = request.isNavigationRequest() && request.frame().parentFrame() === null
    if (isPage) this.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    const answer = serve({ url, method: request.method() } as Request)
    if (isPage) {
      this.webContents.mainFrame.url = url
      this.webContents.emit('did-navigate')
    }
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) })
  }

  async loadURL(address: string): Promise<void> {
    await (await this.#opened).goto(toCarried(address))
  }

  isDestroyed = (): boolean => this.webContents.gone

  destroy(): void {
    this.webContents.gone = true
    this.#opened.then((page) => page.close()).catch(() => undefined)
  }
}
