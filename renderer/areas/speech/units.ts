import { controlsIn, isControl, isKeyboard, isPerceivable, isUsable } from './perceivable.ts'
import { textOf } from './textOf.ts'

/** One stop of the reading cursor: a control, or a text with what is said of it. */
export interface Unit {
  element: HTMLElement
  /** null: a control. */
  text: string | null
}

/** Which texts are stops: none but those that must be scrolled to, or all, for who listens. */
export type Texts = 'outOfSight' | 'all'

const TEXTS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, caption, figcaption, legend, blockquote, pre, [role=status], [role=alert], [role=timer], [role=img]'
const CONTAINERS = 'div, section, article, ul, ol, dl, table, figure, header, footer, nav, form, fieldset, tr'

/** What there is between the beginning of an element and its end, in the order in which it is read. */
export function unitsIn(root: Element, texts: Texts): Unit[] {
  const units: Unit[] = []
  const spokenWithControls = describers(root)

  function collect(element: Element): void {
    if (!(element instanceof HTMLElement) || !isPerceivable(element) || isKeyboard(element)) return
    if (isControl(element)) return void (isUsable(element) && units.push({ element, text: null }))
    // A list of options belongs to the control that opens it; the heads of columns are said with each cell.
    if (element.matches('[role=listbox], thead') || spokenWithControls.has(element.id)) return
    // The words of a label are its control's name.
    if (element.matches('label')) return void controlsIn(element).forEach(collect)
    const isText = element.matches('tr') || isOneText(element)
    if (!isText) return void [...element.children].forEach(collect)
    const text = wordsOf(element)
    const controls = controlsIn(element)
    const first = controls.filter((control) => isAheadOfWords(control, element))
    first.forEach(collect)
    if (text !== '' && text !== units.at(-1)?.text && (texts === 'all' || isOutOfSight(element))) units.push({ element, text })
    controls.filter((control) => !first.includes(control)).forEach(collect)
  }
  for (const child of root.children) collect(child)
  return units
}

/** What is said of a text: a cell with the head of its column, what is defined with its name. */
export function wordsOf(element: HTMLElement): string {
  if (element instanceof HTMLTableRowElement) return rowWords(element)
  const term = element.matches('dd') ? termOf(element) : null
  const text = element.getAttribute('aria-label') ?? textOf(element)
  return term && text ? `${term.replace(/[.:]$/u, '')}: ${text}` : text
}

/** Its words are one thing: it is made for text, has some of its own, or nothing but words in it. */
function isOneText(element: HTMLElement): boolean {
  // A term is said with what it defines.
  if (element.matches('dt') && element.nextElementSibling?.matches('dd')) return false
  const isParted = element.querySelector(`${TEXTS}, ${CONTAINERS}`) !== null
  if (element.matches(TEXTS)) return !isParted || element.matches('h1, h2, h3, p, [role=img]')
  if (hasOwnText(element)) return true
  return !isParted && controlsIn(element).length === 0 && textOf(element) !== ''
}

/** A row that begins with the way to what it is about: its words come after. */
function isAheadOfWords(control: HTMLElement, element: HTMLElement): boolean {
  if (element instanceof HTMLTableRowElement) return false
  const words = document
    .createTreeWalker(element, NodeFilter.SHOW_TEXT, ({ parentElement, textContent }) =>
      textContent?.trim() && !parentElement?.closest('label') && controlsIn(element).every((other) => !other.contains(parentElement))
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_SKIP,
    )
    .nextNode()
  return words !== null && (words.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
}

const hasOwnText = (element: Element): boolean => [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')

function rowWords(row: HTMLTableRowElement): string {
  const heads = [...(row.closest('table')?.querySelectorAll('thead th') ?? [])].map(textOf)
  const cells = [...row.cells].map((cell, index) => ({ head: heads[index] ?? '', text: textOf(cell) })).filter(({ text }) => text !== '')
  return cells
    .map(({ head, text }) => (head === '' || head === text ? text : `${head}: ${text}`))
    .join('. ')
    .replaceAll('..', '.')
}

function termOf(definition: Element): string | null {
  let before = definition.previousElementSibling
  while (before?.matches('dd')) before = before.previousElementSibling
  return before?.matches('dt') ? textOf(before) : null
}

/** The ids of what is said with a control: its label, hint and error. */
function describers(root: Element): ReadonlySet<string> {
  const pointing = [...root.querySelectorAll('[aria-describedby], [aria-labelledby]')].filter(isControl)
  return new Set(
    pointing.flatMap((control) => ['aria-describedby', 'aria-labelledby'].flatMap((name) => control.getAttribute(name)?.split(/\s+/u) ?? [])).filter(Boolean),
  )
}

/** In a part that scrolls and shows only some of itself. */
function isOutOfSight(element: Element): boolean {
  const place = element.closest('.scrolls')
  return place !== null && place.scrollHeight > place.clientHeight + 1
}
