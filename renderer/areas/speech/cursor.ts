import { isTextControl, type TextControl } from '../../ui/typing/typing.ts'
import { keyboardIn } from './perceivable.ts'
import { sendKey } from './ownEvents.ts'
import { stage, unitsOnStage } from './stage.ts'
import type { Texts, Unit } from './units.ts'

/** The reading cursor: it is the focus, which texts take as well while they are read. */
export interface ReadingCursor {
  next(): void
  previous(): void
  /** Presses what is under it, or begins to type there. */
  activate(): void
}

interface CursorParts {
  texts: () => Texts
  /** It has gone past the end, and stands at the other. */
  onWrapped?: (to: 'start' | 'end') => void
}

type Step = 1 | -1

const isOpenChoice = (element: Element | null): boolean => element?.matches('[role=combobox][aria-expanded=true]') === true

export function createReadingCursor({ texts, onWrapped = () => undefined }: CursorParts): ReadingCursor {
  const keys = createKeyWalk()
  /** Where it stood last: what was there may be gone. */
  let last = 0

  function move(step: Step): void {
    const here = document.activeElement
    if (here && isOpenChoice(here)) return sendKey(here, step > 0 ? 'ArrowDown' : 'ArrowUp')
    if (keys.isIn(here)) return keys.move(step)
    const units = unitsOnStage(texts())
    const found = units.findIndex(({ element }) => element === here)
    const to = found >= 0 ? found + step : placeBeside(units, here, step, last)
    const wrapped = (to + units.length) % units.length
    if (wrapped !== to && found >= 0) onWrapped(to < 0 ? 'end' : 'start')
    last = wrapped
    const unit = units[wrapped]
    if (unit) stand(unit)
  }

  function activate(): void {
    const here = document.activeElement
    if (!(here instanceof HTMLElement)) return
    if (isOpenChoice(here)) sendKey(here, 'Enter')
    else if (keys.isIn(here)) keys.press(here, () => move(1))
    else if (!keys.enter(here)) here.click()
  }
  return { next: () => move(1), previous: () => move(-1), activate }
}

/** Of two elements, the one under the cursor is not a stop: the stop that comes after or before it, else where the cursor stood last. */
function placeBeside(units: readonly Unit[], here: Element | null, step: Step, last: number): number {
  if (!here || !stage().contains(here)) return step > 0 ? Math.min(last, units.length - 1) : units.length - 1
  const after = units.findIndex(({ element }) => here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
  if (step > 0) return after < 0 ? 0 : after
  return (after < 0 ? units.length : after) - 1
}

function stand({ element, text }: Unit): void {
  if (text !== null && !element.hasAttribute('tabindex')) {
    element.setAttribute('tabindex', '-1')
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus()
  if (document.activeElement === element) element.scrollIntoView?.({ block: 'nearest' })
}

/**
 * The keyboard on the screen: from a field into its keys, round them, and back to the field at either end. A key that is pressed keeps the
 * cursor, although it writes into the field.
 */
function createKeyWalk() {
  let field: TextControl | null = null
  const board = (): HTMLElement | null => keyboardIn(stage())
  const all = (): HTMLElement[] => [...(board()?.querySelectorAll<HTMLElement>('[data-skbtn]') ?? [])]
  const named = (name: string | undefined): HTMLElement | undefined => all().find(({ dataset }) => dataset.skbtn === name)

  function move(step: Step): void {
    const keys = all()
    const to = keys.indexOf(document.activeElement as HTMLElement) + step
    const target = keys[to] ?? field
    target?.focus()
  }
  function press(key: HTMLElement, leave: () => void): void {
    const { skbtn } = key.dataset
    key.click()
    if (skbtn !== '{next}') return (named(skbtn) ?? all()[0])?.focus()
    // Where nothing to type in comes after, what follows the field does.
    if (document.activeElement !== key && document.activeElement !== field) return
    field?.focus()
    leave()
  }
  return {
    isIn: (element: Element | null): boolean => element !== null && board()?.contains(element) === true,
    /** False where nothing is typed, or there is no such keyboard. */
    enter(from: HTMLElement): boolean {
      if (!isTextControl(from)) return false
      field = from
      const [first] = all()
      first?.focus()
      return first !== undefined
    },
    move,
    press,
  }
}
