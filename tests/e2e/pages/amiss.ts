import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { languageCodes, type Language } from '../../../renderer/i18n/languages.ts'
import { sizes } from './checks.ts'

export const letterSizes = ['normal', 'large', 'largest'] as const
export type LetterSize = (typeof letterSizes)[number]

interface Size {
  width: number
  height: number
}
/** In what the state of a screen is looked at. */
export interface Looks {
  sizes: readonly Size[]
  letters: readonly LetterSize[]
  languages: readonly Language[]
}
export const everyLook: Looks = { sizes, letters: letterSizes, languages: languageCodes }
/** A browser's zoom at 200 % leaves half the points in each direction. */
export const zoomed: Looks = {
  ...everyLook,
  sizes: sizes.map(({ width, height }) => ({ width: Math.floor(width / 2), height: height / 2 })),
  letters: ['normal'],
}

/** The page has no way to load a module of the tests: it gets their text. */
const source = readFileSync(join(import.meta.dirname, 'amissInPage.ts'), 'utf8')
const { outputText } = transpileModule(source, { compilerOptions: { target: ScriptTarget.ES2024, module: ModuleKind.ESNext } })
const script = `(() => { ${outputText.replaceAll(/^export /gm, '')}; return whatIsAmiss() })()`

/** Chosen for the visitor as their own controls do, which a dialog may cover. */
async function choose(page: Page, language: Language, letters: LetterSize): Promise<void> {
  await page.evaluate(
    async ([language, letters]) => {
      const root = document.querySelector('#app') as unknown as {
        __vue_app__: { config: { globalProperties: { $pinia: { state: { value: Record<string, unknown> } } } } }
      }
      const session = root.__vue_app__.config.globalProperties.$pinia.state.value.session as { language: string; aids: { letters: string } }
      session.language = language
      session.aids.letters = letters
      // A list that is open follows its control when the window changes, which is the only way for it to move while a person looks at it.
      dispatchEvent(new Event('resize'))
      await document.fonts.ready
      // The words of a language are brought when it is chosen.
      while (!document.documentElement.lang.startsWith(language)) await new Promise((resolve) => requestAnimationFrame(resolve))
    },
    [language, letters] as const,
  )
}

/** What follows the size of a place is measured a frame after it was drawn, and draws another. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  })

/** A busy machine may draw what a style asks of the scrolling a few frames late. */
const LOOKS = 8

/** What is amiss with the screen as it stands and stays so, in words; nothing, if all is well. */
export async function whatIsAmiss(page: Page): Promise<string[]> {
  let amiss: string[] = []
  for (let times = 0; times < LOOKS; times += 1) {
    await settle(page)
    amiss = await page.evaluate<string[]>(script)
    if (amiss.length === 0) break
  }
  return amiss
}

/** Collects what is amiss with states of screens, each in every look, so that a walk tells all of it at once. */
export function inspector(page: Page, looks: Looks = everyLook) {
  const findings = new Map<string, string[]>()

  async function look(state: string): Promise<void> {
    for (const size of looks.sizes) {
      await page.setViewportSize(size)
      // Somebody is there: a walk may take longer than an idle visit.
      await page.keyboard.press('Shift')
      for (const letters of looks.letters) {
        for (const language of looks.languages) {
          await choose(page, language, letters)
          for (const what of await whatIsAmiss(page)) {
            const key = `${state}: ${what}`
            findings.set(key, [...(findings.get(key) ?? []), `${size.width}/${letters}/${language}`])
          }
        }
      }
    }
    await choose(page, 'es', 'normal')
    await page.setViewportSize({ width: 1080, height: 1920 })
  }

  return {
    look,
    findings: (): string[] => [...findings].map(([what, where]) => `${what} [${where.join(' ')}]`),
  }
}
