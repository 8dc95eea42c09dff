import { afterPaint } from '../ui/afterPaint.ts'
import { topDialog } from '../ui/modal.ts'

/** Whether it can still have the focus: it stands in the page, is seen, and takes touches and keys. */
const canHaveFocus = (element: HTMLElement): boolean =>
  element.isConnected && element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled') && !element.closest('[inert]')

/** The heading of what is there: of the dialog on top, else of the screen. */
function headingHere(page: Document): HTMLElement | null {
  const dialog = topDialog()
  return dialog ? dialog.querySelector('h2') : page.querySelector('h1')
}

/**
 * When the control that has the focus goes away (its row, its button or its dialog is gone, it is disabled or hidden) the browser gives the
 * focus to nothing, and a keyboard or a screen reader begins at the top of the page. It goes to the heading of what is there instead. What a
 * person takes the focus from by a touch elsewhere is left alone.
 */
export function keepFocus(page: Document): void {
  let holder: HTMLElement | null = null
  let isDue = false

  function check(): void {
    isDue = false
    if (page.activeElement !== page.body || !holder || canHaveFocus(holder)) return
    const heading = headingHere(page)
    // There is none yet while a screen is fetched: what draws it is a further change.
    if (!heading) return
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) holder = target
  })
  new MutationObserver(() => {
    // What is disabled or hidden loses the focus with the next frame only.
    if (isDue || !holder) return
    isDue = true
    afterPaint(check)
  }).observe(page.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'inert', 'hidden', 'class', 'style'] })
}

const KEYS = new Set(['Tab', 'Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])

/**
 * `keyed` is a class of the root element as long as the visitor goes by keys: then the heading of a new screen, which has the focus, shows it.
 * Answers what forgets it.
 */
export function followKeys(page: Document): () => void {
  const { classList } = page.documentElement
  const forget = (): void => classList.remove('keyed')
  page.addEventListener('keydown', ({ key }) => KEYS.has(key) && classList.add('keyed'), { capture: true })
  page.addEventListener('pointerdown', forget, { capture: true })
  return forget
}
