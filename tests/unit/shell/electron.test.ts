import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import { isAbsolute } from 'node:path'
import { pino } from 'pino'
import { fakeApplication } from '../../fakes/application.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { FakeContents, FakeIpc, FakeWindow } from '../../fakes/electronWindow.ts'

const electron = vi.hoisted(() => ({ setApplicationMenu: vi.fn(), registerSchemesAsPrivileged: vi.fn() }))

vi.mock('electron', () => ({
  BrowserWindow: FakeWindow,
  Menu: { setApplicationMenu: electron.setApplicationMenu },
  protocol: { registerSchemesAsPrivileged: electron.registerSchemesAsPrivileged },
}))

const { keepWindow, kioskWindowOptions } = await import('../../../electron/shell/window.ts')
const { leadsOut, lockDownContents, lockDownSession } = await import('../../../electron/shell/lockdown.ts')
const { declareScheme, servePageFiles } = await import('../../../electron/shell/protocol.ts')
const { appendKioskSwitches, ownFlags } = await import('../../../electron/shell/commandLine.ts')

function kiosk() {
  const application = fakeApplication()
  const clock = fakeClock()
  const ipc = new FakeIpc()
  const clearClipboard = vi.fn()
  const close = keepWindow({ application, clock, ipcMain: ipc as never, log: pino({ level: 'silent' }), developer: false, clearClipboard })
  const window = () => FakeWindow.all.at(-1) as FakeWindow
  const navigate = () => {
    window().webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    window().webContents.emit('did-navigate')
  }
  const call = (event: object, ...values: unknown[]) => Promise.resolve(ipc.handlers.get('kiosk:call')?.(event, ...values))
  const ours = () => ({ sender: window().webContents, senderFrame: window().webContents.mainFrame })
  return { application, clock, ipc, clearClipboard, close, window, navigate, call, ours }
}

beforeEach(() => {
  FakeWindow.all = []
})

test('the window is the whole screen and its page is sandboxed, isolated and without Node', () => {
  const { webPreferences, ...options } = kioskWindowOptions({ developer: false })
  expect(options).toMatchObject({ kiosk: true, fullscreen: true, frame: false })
  expect(webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    navigateOnDragDrop: false,
    devTools: false,
    partition: 'kiosk',
  })
  expect(isAbsolute(webPreferences?.preload ?? '')).toBe(true)
  expect(kioskWindowOptions({ developer: true }).webPreferences?.devTools).toBe(true)
})

test('our page is answered', async () => {
  const { navigate, call, ours, window } = kiosk()
  expect(window().loaded).toEqual(['ventanilla://kiosk/'])
  navigate()
  await expect(call(ours(), 'kiosk.describe', { a: 1 })).resolves.toEqual({ ok: true, value: { channel: 'kiosk.describe', request: { a: 1 } } })
})

test('S49 the clipboard is emptied whenever a visit ends, however it ends', () => {
  const { navigate, application, window, clearClipboard } = kiosk()
  navigate()
  application.emit('kiosk.status', { online: true })
  expect(clearClipboard).not.toHaveBeenCalled()
  application.emit('session.ended', { reason: 'idle' })
  expect(clearClipboard).toHaveBeenCalledTimes(1)
  navigate()
  expect(clearClipboard).toHaveBeenCalledTimes(2)
  window().webContents.emit('render-process-gone', {}, { reason: 'killed' })
  expect(clearClipboard).toHaveBeenCalledTimes(3)
})

test('S05 a frame or page that is not ours is refused', async () => {
  const { navigate, call, ours, application } = kiosk()
  navigate()
  const refusal = { ok: false, problem: { code: 'not-allowed' } }
  await expect(call({ ...ours(), senderFrame: { url: 'ventanilla://kiosk/' } }, 'kiosk.describe', {})).resolves.toEqual(refusal)
  await expect(call({ ...ours(), senderFrame: null }, 'kiosk.describe', {})).resolves.toEqual(refusal)
  await expect(call({ ...ours(), sender: new FakeContents() }, 'kiosk.describe', {})).resolves.toEqual(refusal)
  for (const url of ['https://attacker.example/', 'ventanilla://other/', 'file:///etc/passwd', 'about:blank', 'ventanilla://user@kiosk/', '']) {
    const event = ours()
    event.senderFrame.url = url
    await expect(call(event, 'kiosk.describe', {})).resolves.toEqual(refusal)
  }
  expect(application.visits()).toBe(1)
})

test('S06 what is not plain data, or is too much of it, is refused', async () => {
  const { navigate, call, ours } = kiosk()
  navigate()
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  for (const request of [undefined, cyclic, 10n, 'x'.repeat(65_537), { deep: 'ñ'.repeat(32_768) }, () => 1]) {
    await expect(call(ours(), 'kiosk.describe', request)).resolves.toEqual({ ok: false, problem: { code: 'bad-request' } })
  }
})

test('a call that arrives between two pages finds nobody', async () => {
  const { navigate, call, ours, window, application } = kiosk()
  navigate()
  window().webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
  expect(application.present()).toBe(0)
  await expect(call(ours(), 'kiosk.describe', {})).resolves.toEqual({ ok: false, problem: { code: 'disconnected' } })
})

test('every load of the page is a new visitor; a step within it and a frame are not', () => {
  const { navigate, application, window } = kiosk()
  navigate()
  navigate()
  expect([application.visits(), application.present()]).toEqual([2, 1])
  window().webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
  window().webContents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
  expect(application.present()).toBe(1)
})

test('events reach the page', () => {
  const { navigate, application, window } = kiosk()
  navigate()
  application.emit('kiosk.status', { online: true })
  expect(window().webContents.sent).toContainEqual(['kiosk:event', 'kiosk.status', { online: true }])
})

test('S34 a renderer that dies loses the visit and gets a new window; the sixth time in a minute a safe screen', () => {
  const { navigate, application, window, clock } = kiosk()
  for (let round = 0; round < 6; round += 1) {
    navigate()
    window().webContents.emit('render-process-gone', {}, { reason: 'killed' })
    expect(application.present()).toBe(0)
  }
  expect(FakeWindow.all).toHaveLength(7)
  expect(FakeWindow.all.slice(0, 6).every(({ destroyed, loaded }) => destroyed && loaded[0] === 'ventanilla://kiosk/')).toBe(true)
  expect(window().loaded).toEqual(['ventanilla://kiosk/fuera-de-servicio'])
  clock.advance(60_000)
  expect(window().loaded).toEqual(['ventanilla://kiosk/'])
})

test('S34 a renderer that leaves pings unanswered is hung', () => {
  const { navigate, clock, ipc, ours, window } = kiosk()
  navigate()
  clock.advance(10_000)
  ipc.emit('kiosk:pong', ours(), 4)
  clock.advance(12_499)
  expect(FakeWindow.all).toHaveLength(1)
  ipc.emit('kiosk:pong', { ...ours(), senderFrame: { url: 'ventanilla://kiosk/' } }, 8)
  clock.advance(1)
  expect(FakeWindow.all).toHaveLength(2)
  expect(window().destroyed).toBe(false)
})

test('a window that somebody closed is opened again, until the kiosk itself closes', () => {
  const { window, close, ipc } = kiosk()
  window().destroy()
  expect(FakeWindow.all).toHaveLength(2)
  close()
  expect(window().destroyed).toBe(true)
  expect(FakeWindow.all).toHaveLength(2)
  expect(ipc.handlers.size).toBe(0)
})

test('no permission, device, screen, download or foreign address is ever granted', () => {
  const answers: unknown[] = []
  const handlers: Record<string, (...values: never[]) => unknown> = {}
  const session = new EventEmitter() as EventEmitter & Record<string, unknown>
  for (const name of ['PermissionRequest', 'PermissionCheck', 'DevicePermission', 'DisplayMediaRequest']) {
    session[`set${name}Handler`] = (handler: (...values: never[]) => unknown) => void (handlers[name] = handler)
  }
  session.setSpellCheckerEnabled = vi.fn()
  session.webRequest = { onBeforeRequest: (handler: (...values: never[]) => unknown) => void (handlers.request = handler) }
  lockDownSession(session as never, { developer: false })

  handlers.PermissionRequest?.(...([null, 'media', (granted: boolean) => answers.push(granted)] as never[]))
  handlers.DisplayMediaRequest?.(...([null, (streams: object) => answers.push(streams)] as never[]))
  expect(answers).toEqual([false, {}])
  expect(handlers.PermissionCheck?.()).toBe(false)
  expect(handlers.DevicePermission?.()).toBe(false)

  const download = { preventDefault: vi.fn() }
  session.emit('will-download', download)
  expect(download.preventDefault).toHaveBeenCalledOnce()

  const cancelled = (url: string) => {
    let answer: { cancel?: boolean } = {}
    handlers.request?.(...([{ url }, (given: { cancel: boolean }) => (answer = given)] as never[]))
    return answer.cancel
  }
  expect(cancelled('ventanilla://kiosk/assets/a.js')).toBe(false)
  for (const url of [
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'ventanilla://other/',
    'devtools://devtools/',
    'data:text/html,x',
    'ws://127.0.0.1/',
  ]) {
    expect([url, cancelled(url)]).toEqual([url, true])
  }
})

test('no page navigates, opens a window, embeds another, or hears a shortcut', () => {
  const app = new EventEmitter()
  lockDownContents(app as never)
  expect(electron.setApplicationMenu).toHaveBeenCalledWith(null)
  const contents = new FakeContents()
  app.emit('web-contents-created', {}, contents)
  expect(contents.openHandler?.()).toEqual({ action: 'deny' })
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    const event = { preventDefault: vi.fn() }
    contents.emit(name, event)
    expect([name, event.preventDefault.mock.calls.length]).toEqual([name, 1])
  }
  const typed = { preventDefault: vi.fn() }
  contents.emit('before-input-event', typed, { key: 'p', control: true, meta: false, alt: false, shift: false })
  expect(typed.preventDefault).toHaveBeenCalledOnce()
  contents.emit('before-input-event', typed, { key: 'p', control: false, meta: false, alt: false, shift: false })
  expect(typed.preventDefault).toHaveBeenCalledOnce()
})

const key = (text: string) => {
  const parts = text.split('+')
  const has = (name: string) => parts.includes(name)
  return { key: parts.at(-1) || '+', control: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), meta: has('Meta') }
}

test.each([
  'Ctrl+P',
  'Ctrl+O',
  'Ctrl+S',
  'Ctrl+N',
  'Ctrl+R',
  'Ctrl+W',
  'Ctrl+Shift+I',
  'Ctrl+Shift+R',
  'Ctrl++',
  'Ctrl+-',
  'Ctrl+0',
  'F5',
  'F11',
  'F12',
  'Alt+F4',
  'Shift+F10',
  'Alt+ArrowLeft',
  'Alt+Home',
  'Meta+d',
  'Ctrl+T',
  'Ctrl+Q',
])('S31 %s goes nowhere', (name) => {
  expect(leadsOut(key(name))).toBe(true)
})

test.each([
  'a',
  'Ñ',
  '7',
  'Enter',
  'Tab',
  'Shift+Tab',
  'Backspace',
  'Escape',
  'Ctrl+Alt+q',
  'Ctrl+Alt+2',
  'Ctrl+c',
  'Ctrl+v',
  'Ctrl+a',
  'ArrowLeft',
  'Shift+A',
])('%s can be typed', (name) => {
  expect(leadsOut(key(name))).toBe(false)
})

test('S32 the scheme is a standard, secure one and serves the files of the page alone', async () => {
  declareScheme()
  expect(electron.registerSchemesAsPrivileged).toHaveBeenCalledWith([
    { scheme: 'ventanilla', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  let answer = (_request: Request): Response => new Response()
  const file = (text: string, type: string) => ({ type, bytes: Buffer.from(text) })
  const files = new Map([
    ['/index.html', file('<meta content="__CSP_NONCE__">', 'text/html; charset=utf-8')],
    ['/assets/a.js', file('a', 'text/javascript')],
  ])
  servePageFiles({ handle: (_scheme, handler) => void (answer = handler as typeof answer) }, files)
  const get = (url: string, method = 'GET') => answer({ url, method } as Request)
  const page = get('ventanilla://kiosk/')
  expect(page.status).toBe(200)
  const nonce = /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]
  expect(await page.text()).toBe(`<meta content="${nonce}">`)
  expect(await get('ventanilla://kiosk/assets/a.js').text()).toBe('a')
  expect(get('ventanilla://kiosk/', 'POST').status).toBe(403)
  for (const path of [
    'kiosk/..%2fsecret',
    'kiosk/%2e%2e/secret',
    'kiosk/index.html%00',
    'kiosk/assets',
    'kiosk/assets/a.js/',
    'kiosk//index.html',
    'other/',
    'kiosk.evil/',
    'user@kiosk/',
  ]) {
    expect([path, get(`ventanilla://${path}`).status]).toEqual([path, 404])
  }
})

test('our flags are told from those of Chromium and Node', () => {
  expect(ownFlags(['electron', '--no-sandbox', 'dist/main/main.js', '--data-dir', '/data', '--diagnostics'], false)).toEqual([
    '--data-dir',
    '/data',
    '--diagnostics',
  ])
  expect(ownFlags(['ventanilla', '--inspect=9229', '--remote-debugging-port=9222', '--diagnostics'], true)).toEqual(['--diagnostics'])
})

test('S33 a packaged kiosk takes the debugging port off its command line', () => {
  const commandLine = { appendSwitch: vi.fn(), removeSwitch: vi.fn() }
  appendKioskSwitches({ commandLine: commandLine as never, isPackaged: true })
  expect(commandLine.removeSwitch).toHaveBeenCalledWith('remote-debugging-port')
  expect(commandLine.appendSwitch).toHaveBeenCalledWith('disable-pinch')
  commandLine.removeSwitch.mockClear()
  appendKioskSwitches({ commandLine: commandLine as never, isPackaged: false })
  expect(commandLine.removeSwitch).not.toHaveBeenCalled()
})
