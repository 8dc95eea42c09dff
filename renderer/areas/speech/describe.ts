import { computeAccessibleDescription, computeAccessibleName, getRole } from 'dom-accessibility-api'
import { isTextControl } from '../../ui/typing/typing.ts'
import { controlsIn, isControl } from './perceivable.ts'
import { plain, textOf } from './textOf.ts'
import { stage } from './stage.ts'
import { wordsOf } from './units.ts'

export type Words = (key: string, values?: Record<string, unknown>, count?: number) => string

/** Those that have a word: the others say enough by their name. */
const ROLES = new Set(['button', 'link', 'textbox', 'combobox', 'radio', 'checkbox', 'switch', 'heading'])

const roleOf = (element: Element): string => element.getAttribute('role') ?? getRole(element) ?? ''
/** By its own words, what stands apart in them has a pause between; else as it is called for it. */
export function nameOf(element: Element): string {
  const words = element.matches('button, a[href]') ? element : element.closest('label')
  const isNamed = words === null || element.matches('[aria-label], [aria-labelledby]')
  return (isNamed ? '' : textOf(words)) || plain(computeAccessibleName(element))
}

/** What is said of whatever has the focus: name, what it is, what it holds, how it stands, and what is said about it. */
export function describe(element: HTMLElement, t: Words): string {
  if (!isControl(element)) return isHeading(element) ? `${wordsOf(element)}, ${t('speech.role.heading')}` : wordsOf(element) || nameOf(element)
  const role = roleOf(element)
  const parts = [nameOf(element), ROLES.has(role) ? t(`speech.role.${role}`) : '', valueOf(element, t), stateOf(element, t), aboutOf(element, t)]
  return sentence(parts)
}

const isHeading = (element: Element): boolean => element.matches('h2, h3, h4')
/** One sentence of them, whatever ends they have of their own. */
const sentence = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .join(', ')
    .replace(/\.,/gu, ',')

/** What is typed, or chosen of a list. */
export function valueOf(element: Element, t: Words): string {
  if (isTextControl(element)) {
    if (element.value === '') return t('speech.empty')
    return element.type === 'password' ? t('speech.characters', { count: element.value.length }, element.value.length) : element.value.trim()
  }
  return element.matches('[role=combobox]') ? plain(element.textContent ?? '') : ''
}

/** How it stands: chosen, open, one of so many. */
export function stateOf(element: Element, t: Words): string {
  return sentence([checkedWords(element, t), placeWords(element, t), ...flagWords(element, t)])
}

function checkedWords(element: Element, t: Words): string {
  const role = roleOf(element)
  const checked = element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true'
  if (role === 'switch') return t(checked ? 'speech.on' : 'speech.off')
  if (role === 'checkbox') return t(checked ? 'speech.ticked' : 'speech.notTicked')
  return role === 'radio' && checked ? t('speech.chosen') : ''
}

function flagWords(element: Element, t: Words): string[] {
  const expanded = element.getAttribute('aria-expanded')
  return [
    element.getAttribute('aria-pressed') === 'true' ? t('speech.pressed') : '',
    expanded === null ? '' : t(expanded === 'true' ? 'speech.open' : 'speech.closed'),
    element.getAttribute('aria-busy') === 'true' ? t('speech.busy') : '',
    element.matches('[aria-disabled=true]') ? t('speech.unavailable') : '',
  ]
}

function placeWords(element: Element, t: Words): string {
  if (roleOf(element) !== 'radio') return ''
  const group = element.closest('[role=radiogroup], fieldset, form') ?? stage()
  const name = element instanceof HTMLInputElement ? element.name : null
  const all = controlsIn(group).filter((other) => roleOf(other) === 'radio' && (name === null || (other as HTMLInputElement).name === name))
  return t('speech.place', { place: all.indexOf(element as HTMLElement) + 1, count: all.length })
}

/** Its hint, and what is wrong with it. */
function aboutOf(element: Element, t: Words): string {
  const about = plain(computeAccessibleDescription(element))
  return element.getAttribute('aria-invalid') === 'true' ? t('speech.toMend', { about }) : about
}

/** The option under the cursor of an open list. */
export function activeOption(combobox: Element, t: Words): string {
  const option = document.getElementById(combobox.getAttribute('aria-activedescendant') ?? '')
  const all = [...(option?.parentElement?.querySelectorAll('[role=option]') ?? [])]
  if (!option) return ''
  const chosen = option.getAttribute('aria-selected') === 'true' ? t('speech.chosen') : ''
  return sentence([wordsOf(option), t('speech.place', { place: all.indexOf(option) + 1, count: all.length }), chosen])
}
