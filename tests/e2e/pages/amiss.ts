import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import { languageCodes, type Language } from '../../../renderer/i18n/languages.ts'
import { letterSizes, type LetterSize } from '../../../renderer/stores/aids.ts'
import { loadAxe, sizes, toBeFetched } from './checks.ts'
import type { Faint } from './contrastInPage.ts'
import type { Finding } from './looksInPage.ts'

/** In what the state of a screen is looked at, for one size of the window. */
export interface Looks {
  width: number
  height: number
  letters: readonly { size: LetterSize; languages: readonly Language[] }[]
}
/** What fits in every language at 100 % and at 200 % is looked at between the two, and zoomed in, in the one whose words are the longest. */
const BETWEEN: readonly LetterSize[] = ['large', 'largest']
const LONGEST: Language = 'pt'
const middleIn = (languages: readonly Language[]): readonly Language[] => (languages.includes(LONGEST) ? [LONGEST] : languages.slice(0, 1))

/** At every size of the window, with letters of every size; and at the browser's zoom of 200 %, which leaves half the points in each direction. */
export function looksIn(languages: readonly Language[]): Looks[] {
  const lettersOf = (size: LetterSize) => ({ size, languages: BETWEEN.includes(size) ? middleIn(languages) : languages })
  const zoomed = sizes.map(({ width, height }) => ({
    width: Math.floor(width / 2),
    height: height / 2,
    letters: [{ size: 'normal' as const, languages: middleIn(languages) }],
  }))
  return [...sizes.map((size) => ({ ...size, letters: letterSizes.map(lettersOf) })), ...zoomed]
}

/** The page has no way to load a module of the tests: it gets their text. */
async function readScript(): Promise<string> {
  const bundle = await rolldown({ input: join(import.meta.dirname, 'looksInPage.ts') })
  const { output } = await bundle.generate({ format: 'iife', name: 'inPage' })
  return output[0].code
}
let script: Promise<string> | undefined

/** One script for all letters and languages: the browser compiles it once, and nothing waits for the way there and back. */
async function lookInPage(page: Page, letters: Looks['letters']): Promise<Finding[]> {
  const code = await (script ??= readScript())
  return page.evaluate<Finding[]>(`(() => { ${code}; return inPage.lookInEach(${JSON.stringify(letters)}) })()`)
}

/** In the same state: nothing of it is visited twice. */
async function findFaint(page: Page): Promise<Faint[]> {
  await loadAxe(page)
  const code = await (script ??= readScript())
  return page.evaluate<Faint[]>(`(() => { ${code}; return inPage.findFaint() })()`)
}

/** Chromium draws nothing that is so faint, and all else of it stays: its layout, its touches, and that it counts as visible. */
const TOO_FAINT_TO_DRAW = '0.0001'

/** Nobody looks at the pictures of a walk or of random taps, and to draw them costs as much as the rest of it. */
export const setDrawn = (page: Page, drawn: boolean): Promise<void> =>
  page.evaluate((opacity) => void (document.documentElement.style.opacity = opacity), drawn ? '' : TOO_FAINT_TO_DRAW)

/** Where something else that matters more takes the room, the ways on may go on below: the way out of a sign-in, the bar of the voice, a payment that is under way. */
const MAY_GO_ON = [
  'Mi cuenta de quien inició sesión',
  'Bienvenido, con la voz',
  'Mi cuenta, con la voz',
  'Mi cuenta, con un pago en línea abierto',
  'Mi cuenta, con un pago recibido',
]

/** Collects what is amiss with states of screens, each in every look, so that a walk tells all of it at once. */
export function inspector(page: Page, looks: readonly Looks[] = looksIn(languageCodes)) {
  const findings = new Map<string, string[]>()
  const note = (what: string, where: string) => findings.set(what, [...(findings.get(what) ?? []), where])

  async function look(state: string): Promise<void> {
    await toBeFetched(page)
    await setDrawn(page, false)
    for (const { width, height, letters: sizes } of looks) {
      await page.setViewportSize({ width, height })
      // Somebody is there: a walk may take longer than an idle visit.
      await page.keyboard.press('Shift')
      for (const { what, letters, language } of await lookInPage(page, sizes)) {
        if (!(what.startsWith('way not in view') && MAY_GO_ON.includes(state))) note(`${state}: ${what}`, `${width}/${letters}/${language}`)
      }
    }
    await setDrawn(page, true)
    await page.setViewportSize({ width: 1080, height: 1920 })
    for (const { what, contrast } of await findFaint(page)) note(`${state}: ${what}`, contrast)
  }

  return {
    look,
    findings: (): string[] => [...findings].map(([what, where]) => `${what} [${where.join(' ')}]`),
  }
}
