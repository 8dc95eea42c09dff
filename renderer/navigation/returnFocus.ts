import { afterPaint } from '../ui/afterPaint.ts'
import { STAFF_PATH } from './routes.ts'

/** What can be found again on a screen that is drawn anew: so many controls bear this name, and it was that one of them. */
interface Control {
  name: string
  place: number
}

const CONTROLS = 'main a, main button, main input, main [tabindex="0"]'
const controls = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(CONTROLS)]
const nameOf = (control: HTMLElement): string => `${control.tagName} ${control.getAttribute('aria-label') ?? control.textContent}`
const namesakes = (name: string): HTMLElement[] => controls().filter((control) => nameOf(control) === name)

/** The control of the screen that has the focus: the one that was touched, when a screen is left. */
function focused(): Control | null {
  const control = document.activeElement
  if (!(control instanceof HTMLElement) || !control.matches(CONTROLS)) return null
  const name = nameOf(control)
  return { name, place: namesakes(name).indexOf(control) }
}

const ACTS = ['pointerdown', 'keydown', 'wheel'] as const

/** Remembers on each screen the control that led away, and gives it the focus when one comes back to the screen. */
export function createFocusReturn() {
  const left = new Map<string, Control>()
  let stop = (): void => undefined

  /** Focuses it as soon as it is there, which takes its data, unless the person does something before. */
  function focusWhenThere({ name, place }: Control): void {
    let isOver = false
    let isDue = false
    function tryFocus(): void {
      isDue = false
      const control = isOver ? undefined : namesakes(name)[place]
      if (!control) return
      stop()
      control.focus()
    }
    const observer = new MutationObserver(() => {
      // However much of the screen comes at once, it is looked for once, when that is on the screen.
      if (!isDue) afterPaint(tryFocus)
      isDue = true
    })
    stop = () => {
      isOver = true
      observer.disconnect()
      for (const act of ACTS) removeEventListener(act, stop, true)
    }
    observer.observe(document.body, { childList: true, subtree: true })
    for (const act of ACTS) addEventListener(act, stop, true)
  }

  return {
    /** Before the screen is taken away. */
    leave(path: string): void {
      const control = focused()
      if (control) left.set(path, control)
      else left.delete(path)
    },
    /** Once the way is back to it. */
    arrive(path: string, isBack: boolean): void {
      stop()
      const control = left.get(path)
      // The first screen is where a visit ends, a clerk's too: names of controls tell of whoever was here.
      if (path === '/' || path === STAFF_PATH) left.clear()
      else left.delete(path)
      if (isBack && control) focusWhenThere(control)
    },
  }
}
