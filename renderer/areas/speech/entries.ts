import type { Words } from './describe.ts'
import { stage } from './stage.ts'
import { textOf } from './textOf.ts'
import { unitsIn } from './units.ts'

/** More of a dialog is read by going on. */
const LONGEST_BEGINNING = 300

/** Tells when another screen or dialog is there, or the same one speaks of something else. */
export function createEntries(t: Words) {
  const headings = new WeakMap<Element, { heading: Element; text: string }>()
  let current: Element | null = null

  return {
    /** What is said on entering what is on top now: its heading, what it is about and how to go on; empty if it is as before. */
    news(): string {
      const top = stage()
      const heading = top.querySelector('h1, h2')
      if (!heading) return ''
      const text = textOf(heading)
      const before = headings.get(top)
      const isKnown = before?.heading === heading && before.text === text
      const isNew = !isKnown || (top !== current && top instanceof HTMLDialogElement)
      current = top
      headings.set(top, { heading, text })
      return isNew ? whereAmI(t) : ''
    },
  }
}

export function headingWords(top: Element = stage()): string {
  const heading = top.querySelector('h1, h2')
  return heading ? textOf(heading) : ''
}

/** Heading, what it is about, how to go on. */
export function whereAmI(t: Words, top: Element = stage()): string {
  const isDialog = top instanceof HTMLDialogElement
  const heading = top.querySelector('h1, h2')
  const about = isDialog ? beginningOf(top, heading) : textOf(heading?.closest('header')?.querySelector('.lead') ?? document.createElement('p'))
  return [headingWords(top), about, t('speech.goOn')]
    .filter((part) => part !== '')
    .map(asSentence)
    .join(' ')
}

/** The texts of a dialog up to its first control. */
function beginningOf(dialog: Element, heading: Element | null): string {
  const units = unitsIn(dialog, 'all').filter(({ element }) => element !== heading)
  const end = units.findIndex(({ text }) => text === null)
  const texts = units.slice(0, end < 0 ? units.length : end).map(({ text }) => asSentence(text ?? ''))
  let beginning = ''
  for (const text of texts) {
    if (beginning !== '' && beginning.length + text.length > LONGEST_BEGINNING) break
    beginning = `${beginning} ${text}`.trim()
  }
  return beginning
}

export const asSentence = (text: string): string => (/[.!?…:]$/u.test(text) ? text : `${text}.`)
