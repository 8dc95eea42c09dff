import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import { languages, type Language } from '../../../renderer/i18n/languages.ts'
import { toBeFetched } from './checks.ts'
import type { Look } from './everyScreen.ts'
import type { listener } from './keypad.ts'
import type { Spoken } from './spokenInPage.ts'

const GOLDEN = join(import.meta.dirname, '../../golden/spoken')
/** Of these, what is said on entering a screen is kept. */
const OTHERS: readonly Language[] = ['en', 'pt']

/** What is another one each time: hours, numbers that the utility gives, addresses of the test's own. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/\b10:\d\d\b/gu, '‹hora›'],
  [/\b(?<letters>S|P L), (?:[\dA-F](?:, | )?)+(?<end>[.,]?)/gu, '$<letters>, ‹número›$<end>'],
  [/\b\d+ (?=segundos|seconds)/gu, '‹número› '],
  [/http:.*?(?= Revise)/gu, '‹dirección›'],
  [/http:\S+una clave larga/gu, '‹dirección›'],
]
const lasting = (text: string): string => CHANGING.reduce((kept, [pattern, name]) => kept.replace(pattern, name), text)

/** The page has no way to load a module of the tests: it gets their text, and keeps it until it is loaded anew. */
async function readScript(): Promise<string> {
  const bundle = await rolldown({ input: join(import.meta.dirname, 'spokenInPage.ts') })
  const { output } = await bundle.generate({ format: 'iife', name: 'spokenInPage' })
  return `${output[0].code}; window.spokenInPage = spokenInPage; undefined`
}
let script: Promise<string> | undefined

async function inPage<T>(page: Page, expression: string): Promise<T> {
  if (!(await page.evaluate(() => 'spokenInPage' in window))) await page.evaluate(await (script ??= readScript()))
  return page.evaluate<T>(`spokenInPage.${expression}`)
}

/** Kept in a file, which is written anew where `WRITE_GOLDEN` is set. */
function golden(name: string, text: string): { now: string; kept: string } {
  const file = join(GOLDEN, name)
  if (process.env.WRITE_GOLDEN) {
    mkdirSync(GOLDEN, { recursive: true })
    writeFileSync(file, text)
  }
  return { now: text, kept: existsSync(file) ? readFileSync(file, 'utf8') : '' }
}

/** Writes down what a person who listens hears of each state of a screen, under its name. */
export function openBook(page: Page, ear: ReturnType<typeof listener>) {
  const spanish: string[] = []
  const others: string[] = []

  const look: Look = async (state) => {
    await toBeFetched(page)
    const { entry, live, stops } = await inPage<Spoken>(page, 'readAloud()')
    spanish.push([`## ${state}`, entry, ...live.map((text) => `! ${text}`), ...stops.map((text) => `- ${text}`)].map(lasting).join('\n'))
    // A further state of a screen that is known.
    if (state.includes(',')) return
    // The voice is given the same, but for seconds that run.
    await ear.help(entry.split(/\d+ segundos/u)[0] ?? entry)
    const entries = []
    for (const language of OTHERS) {
      const text = await inPage<string>(page, `readEntry('${language}', '${languages[language].dates('es-MX')}')`)
      entries.push(`${language}: ${lasting(text)}`)
    }
    others.push([`## ${state}`, ...entries].join('\n'))
  }
  return {
    look,
    texts: () => [golden('es-MX.md', `${spanish.join('\n\n')}\n`), golden('entries.md', `${others.join('\n\n')}\n`)],
  }
}
