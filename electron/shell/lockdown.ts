import { Menu, type App, type Input, type Session, type WebContents } from 'electron'
import { isOwnAddress } from './origin.ts'

/** Nothing that Chromium could ask a person for is ever granted, and only our own scheme is loaded. */
export function lockDownSession(session: Session, { developer }: { developer: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, developer) }))
}

function mayLoad(url: string, developer: boolean): boolean {
  return isOwnAddress(url) || url.startsWith('data:image/') || (developer && url.startsWith('devtools://'))
}

/** No menu, and no page of any kind may navigate, open a window, embed another or answer a shortcut. */
export function lockDownContents(app: App): void {
  Menu.setApplicationMenu(null)
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents))
}

function lockDownPage(contents: WebContents): void {
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'] as const) {
    // The overloads of `on` differ by name only in details that this does not look at.
    contents.on(name as 'will-navigate', (event) => event.preventDefault())
  }
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('before-input-event', (event, input) => {
    if (leadsOut(input)) event.preventDefault()
  })
}

const WITH_CONTROL = new Set(['p', 'o', 's', 'n', 't', 'r', 'w', 'q', 'j', 'u', 'h', 'f', 'g', '+', '-', '=', '0', 'tab', 'f4', 'f5'])
/** F1 is help: the page answers it, and nothing of Electron does. */
const ALONE = new Set(['f3', 'f5', 'f6', 'f7', 'f10', 'f11', 'f12', 'browserback', 'browserforward', 'browserhome', 'contextmenu'])
const WITH_ALT = new Set(['f4', 'arrowleft', 'arrowright', 'home', 'tab', ' '])

/** Keys that print, open, save, reload, close, zoom, inspect or leave. Editing and typing are none of them. */
export function leadsOut({ key, control, meta, alt, shift }: Pick<Input, 'key' | 'control' | 'meta' | 'alt' | 'shift'>): boolean {
  const name = key.toLowerCase()
  if (ALONE.has(name) || meta || (shift && name === 'escape')) return true
  // AltGr arrives as Ctrl+Alt and types @ on Spanish keyboards: with both, only what is never a character is stopped.
  if (alt && WITH_ALT.has(name)) return true
  return control && !alt && (WITH_CONTROL.has(name) || (shift && ['i', 'c', 'delete'].includes(name)))
}
