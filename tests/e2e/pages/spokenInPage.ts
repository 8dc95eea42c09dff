/** Runs within the page, as a script. */
import { activeOption, describe } from '../../../renderer/areas/speech/describe.ts'
import { asSentence, whereAmI } from '../../../renderer/areas/speech/entries.ts'
import { createGroups } from '../../../renderer/areas/speech/groups.ts'
import { isPerceivable } from '../../../renderer/areas/speech/perceivable.ts'
import { sayable, sayableWords } from '../../../renderer/areas/speech/sayable.ts'
import { textOf } from '../../../renderer/areas/speech/textOf.ts'
import type { Language } from '../../../renderer/i18n/languages.ts'
import type { KioskRoot } from './kioskRoot.ts'

/** What is said of a screen as it stands. */
export interface Spoken {
  /** On entering it. */
  entry: string
  /** By its live regions: what has changed. */
  live: string[]
  /** Under the reading cursor, from the first stop to the last. */
  stops: string[]
}

/** In which the accounts of the walk are. */
const ZONE = 'es-MX'
/** More than any screen has: a cursor that never comes round ends here. */
const MOST = 200

const { $t, $i18n, $pinia } = document.querySelector<KioskRoot>('#app')!.__vue_app__.config.globalProperties
const { session } = $pinia.state.value

const later = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
const top = (): Element => [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.querySelector('main')!
const focus = (): HTMLElement => document.activeElement as HTMLElement
/** *Next* is F13, *previous* F14. */
const press = (key: 'F13' | 'F14' | 'F16'): boolean => window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true }))

/** As the voice gets it. */
const said = (text: string, dates: string): string => sayable(asSentence(text), sayableWords($t, $i18n.locale, dates, ZONE))

async function choose(language: Language): Promise<void> {
  session.language = language
  while (!document.documentElement.lang.startsWith(language)) await frame()
  await frame()
}

/** A visitor who listens, in the usual letters: those of accessible mode show less of a list at once. */
async function listen(): Promise<void> {
  if (document.querySelector('[data-speech-bar]')) return
  press('F16')
  while (!document.querySelector('[data-speech-bar]')) await frame()
  Object.assign(session.aids, { letters: 'normal', contrast: 'normal', lower: false })
  await frame()
}

/** All that is said of the screen in Spanish. */
export async function readAloud(): Promise<Spoken> {
  await listen()
  const entry = said(whereAmI($t, top()), ZONE)
  const live = [...top().querySelectorAll('[role=status], [role=alert]')]
    .filter(isPerceivable)
    .map(textOf)
    .filter((text) => text !== '')
  const texts = focus().matches('[role=combobox][aria-expanded=true]') ? await walkOptions() : await walk()
  return { entry, live: live.map((text) => said(text, ZONE)), stops: texts.map((text) => said(text, ZONE)) }
}

/** A list comes to rest with a whole row at its top: until then it says rows that are in view only on the way. */
function isAtRest(place: Element): boolean {
  const { top } = place.getBoundingClientRect()
  const edge = top + (place.querySelector('thead')?.offsetHeight ?? 0)
  const rows = [...place.querySelectorAll('tbody tr, li')]
  return rows.length === 0 || rows.some((row) => Math.abs(row.getBoundingClientRect().top - edge) < 2)
}
async function listsToRest(): Promise<void> {
  const places = [...top().querySelectorAll('.whole > .place')]
  for (let still = 0, before = ''; still < 3;) {
    await frame()
    const now = places.map(({ scrollTop }) => scrollTop).join(' ')
    still = now === before && places.every(isAtRest) ? still + 1 : 0
    before = now
  }
}

/** From the first stop of what is on top, by the keys of the keypad; a dialog's last is followed by its first, a screen's by the bars. */
async function walk(): Promise<string[]> {
  focus().blur()
  press('F14')
  // The cursor's code comes with the first key.
  while (focus() === document.body) await later()
  press('F13')
  const first = focus()
  const words: string[] = []
  const groups = createGroups()
  do {
    const here = describe(focus(), $t)
    words.push([...groups.entered(focus(), here), here].map(asSentence).join(' '))
    const row = focus().closest('tr, li')
    press('F13')
    await later()
    // A list that moved with the cursor says which rows are in view once it rests.
    if (row && !focus().closest('tr, li')) await listsToRest()
  } while (focus() !== first && top().contains(focus()) && words.length < MOST)
  return words
}

async function walkOptions(): Promise<string[]> {
  const words: string[] = []
  for (let option = activeOption(focus(), $t); !words.includes(option) && words.length < MOST; option = activeOption(focus(), $t)) {
    words.push(option)
    press('F13')
    await later()
  }
  return words
}

/** Calls are answered in their order: once this one is, so are those by which the screen asked for the texts of its language. */
async function answersAreHere(): Promise<void> {
  await document.querySelector<KioskRoot>('#app')!.__vue_app__.config.globalProperties.$pinia._s.get('session')!.touched('reading')
  await frame()
}

/** What is said on entering it, in another language; leaves Spanish. */
export async function readEntry(language: Language, dates: string): Promise<string> {
  await choose(language)
  await answersAreHere()
  const entry = said(whereAmI($t, top()), dates)
  await choose('es')
  return entry
}
