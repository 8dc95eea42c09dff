/** Runs within the page, as a script. */
import type { Language } from '../../../renderer/i18n/languages.ts'
import type { LetterSize } from '../../../renderer/stores/aids.ts'
import { whatIsAmiss } from './amissInPage.ts'
import { smallControls } from './controlsInPage.ts'
import type { KioskRoot } from './kioskRoot.ts'

export { findFaint } from './contrastInPage.ts'

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))

/** Chosen for the visitor as their own controls do, which a dialog may cover. */
async function choose(language: Language, letters: LetterSize): Promise<void> {
  const { session } = document.querySelector<KioskRoot>('#app')!.__vue_app__.config.globalProperties.$pinia.state.value
  session.language = language
  session.aids.letters = letters
  // A list that is open follows its control when the window changes, which is the only way for it to move while a person looks at it.
  dispatchEvent(new Event('resize'))
  await document.fonts.ready
  // The words of a language are brought when it is chosen.
  while (!document.documentElement.lang.startsWith(language)) await frame()
}

/** What follows the size of a place is measured a frame after it was drawn, and draws another. */
async function settle(): Promise<void> {
  for (let frames = 0; frames < 3; frames += 1) await frame()
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
}

/** A busy machine may draw what a style asks of the scrolling a few frames late. */
const LOOKS = 8

/** What is amiss with the screen as it stands and stays so. */
async function whatStaysAmiss(): Promise<string[]> {
  let amiss: string[] = []
  for (let times = 0; times < LOOKS; times += 1) {
    await settle()
    amiss = [...whatIsAmiss(), ...smallControls()]
    if (amiss.length === 0) break
  }
  return amiss
}

export interface Finding {
  what: string
  letters: LetterSize
  language: Language
}

/** Everything that is amiss with letters of each size in each language; leaves the visitor's first ones. */
export async function lookInEach(sizes: readonly { size: LetterSize; languages: readonly Language[] }[]): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { size: letters, languages } of sizes) {
    for (const language of languages) {
      await choose(language, letters)
      for (const what of await whatStaysAmiss()) findings.push({ what, letters, language })
    }
  }
  await choose('es', 'normal')
  return findings
}
