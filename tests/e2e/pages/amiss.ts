import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import { languageCodes, type Language } from '../../../renderer/i18n/languages.ts'
import { sizes } from './checks.ts'
import type { Finding } from './looksInPage.ts'

export const letterSizes = ['normal', 'large', 'largest'] as const
export type LetterSize = (typeof letterSizes)[number]

interface Size {
  width: number
  height: number
  letters: readonly LetterSize[]
}
/** In what the state of a screen is looked at. */
export interface Looks {
  sizes: readonly Size[]
  languages: readonly Language[]
}
/** A browser's zoom at 200 % leaves half the points in each direction. */
const zoomed = sizes.map(({ width, height }): Size => ({ width: Math.floor(width / 2), height: height / 2, letters: ['normal'] }))
/** At every size, with letters of every size, in every language; and at the browser's zoom of 200 %. */
export const everyLook: Looks = { sizes: [...sizes.map((size) => ({ ...size, letters: letterSizes })), ...zoomed], languages: languageCodes }

/** The page has no way to load a module of the tests: it gets their text. */
async function readScript(): Promise<string> {
  const bundle = await rolldown({ input: join(import.meta.dirname, 'looksInPage.ts') })
  const { output } = await bundle.generate({ format: 'iife', name: 'inPage' })
  return output[0].code
}
let script: Promise<string> | undefined

/** One script for all letters and languages: the browser compiles it once, and nothing waits for the way there and back. */
async function lookInPage(page: Page, letters: readonly LetterSize[], languages: readonly Language[]): Promise<Finding[]> {
  const code = await (script ??= readScript())
  return page.evaluate<Finding[]>(`(() => { ${code}; return inPage.lookInEach(${JSON.stringify(letters)}, ${JSON.stringify(languages)}) })()`)
}

/** Chromium draws nothing that is so faint, and all else of it stays: its layout, its touches, and that it counts as visible. */
const TOO_FAINT_TO_DRAW = '0.0001'

/** Nobody looks at the pictures of a walk or of random taps, and to draw them costs as much as the rest of it. */
export const setDrawn = (page: Page, drawn: boolean): Promise<void> =>
  page.evaluate((opacity) => void (document.documentElement.style.opacity = opacity), drawn ? '' : TOO_FAINT_TO_DRAW)

/** Collects what is amiss with states of screens, each in every look, so that a walk tells all of it at once. */
export function inspector(page: Page, looks: Looks = everyLook) {
  const findings = new Map<string, string[]>()

  async function look(state: string): Promise<void> {
    await setDrawn(page, false)
    for (const { width, height, letters: letterSizes } of looks.sizes) {
      await page.setViewportSize({ width, height })
      // Somebody is there: a walk may take longer than an idle visit.
      await page.keyboard.press('Shift')
      for (const { what, letters, language } of await lookInPage(page, letterSizes, looks.languages)) {
        const key = `${state}: ${what}`
        findings.set(key, [...(findings.get(key) ?? []), `${width}/${letters}/${language}`])
      }
    }
    await setDrawn(page, true)
    await page.setViewportSize({ width: 1080, height: 1920 })
  }

  return {
    look,
    findings: (): string[] => [...findings].map(([what, where]) => `${what} [${where.join(' ')}]`),
  }
}
