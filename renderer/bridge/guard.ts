import { topDialog } from '../ui/modal.ts'

const forbidden = (event: Event): void => event.preventDefault()

/** Keys that a browser answers with a dialog, a window, another page, a reload or a zoom. Editing keys are left alone. */
const WITH_CONTROL = new Set(['p', 's', 'o', 'n', 't', 'r', 'w', 'f', 'g', 'h', 'j', 'd', 'u', 'l', 'k', 'e', '+', '-', '=', '0', 'F4'])
const ALONE = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'BrowserBack', 'BrowserForward', 'BrowserHome', 'ContextMenu'])
const WITH_ALT = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'F4', 'd', 'e', 'f'])

const isEditable = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

function leadsOut(event: KeyboardEvent): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (ALONE.has(key)) return true
  if (event.ctrlKey || event.metaKey) return WITH_CONTROL.has(key) || (event.shiftKey && ['i', 'c', 'Delete'].includes(key))
  // Chromium's task manager.
  if (event.shiftKey && key === 'Escape') return true
  if (event.altKey) return WITH_ALT.has(key)
  return key === 'Backspace' && !isEditable(event.target)
}

function onKey(event: KeyboardEvent): void {
  if (leadsOut(event)) event.preventDefault()
}

function onWheel(event: WheelEvent): void {
  if (event.ctrlKey) event.preventDefault()
}

/** Two fingers zoom; one finger scrolls and stays allowed. */
function onTouchMove(event: TouchEvent): void {
  if (event.touches.length > 1) event.preventDefault()
}

/** The middle button pastes, scrolls or opens tabs; the side buttons go back and forth. */
function onExtraButton(event: MouseEvent): void {
  if (event.button !== 0) event.preventDefault()
}

/** Taken away, inert, or behind the dialog that was opened last. */
function isGone(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return !target.isConnected || target.closest('[inert]') !== null || topDialog()?.contains(target) === false
}

/** The second of two touches at once is meant for what the first one found: where that is gone, it is not for what took its place. */
function createSecondTouch(): (event: MouseEvent) => void {
  let touched: EventTarget | null = null
  return (event) => {
    if (event.detail < 2 || !isGone(touched)) {
      touched = event.target
      return
    }
    event.preventDefault()
    event.stopImmediatePropagation()
  }
}

/**
 * Keeps hands and keyboards inside the kiosk: no menu, drag, selection by long press, zoom, print dialog, window or navigation that
 * nobody asked for. The shells refuse the same once more from outside.
 */
export function installGuard(page: Window): void {
  const document = page.document
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart']) document.addEventListener(name, forbidden)
  document.addEventListener('selectstart', (event) => {
    if (!isEditable(event.target)) event.preventDefault()
  })
  for (const name of ['mousedown', 'mouseup', 'auxclick'] as const) document.addEventListener(name, onExtraButton)
  page.addEventListener('click', createSecondTouch(), { capture: true })
  page.addEventListener('keydown', onKey, { capture: true })
  page.addEventListener('wheel', onWheel, { passive: false })
  document.addEventListener('touchmove', onTouchMove, { passive: false })
  page.open = () => null
  page.print = () => undefined
}
