import type { Page } from '@playwright/test'
import { usualKeypad } from '../../../shared/contract/keypad.ts'
import type { speechPrograms } from '../../fixtures/speech/speechPrograms.ts'
import { expect } from '../fixtures.ts'

const F1_CODE = 112

type Programs = ReturnType<typeof speechPrograms>

/** A person who listens to the kiosk, and has nothing but the four keys of the keypad. */
export function listener(page: Page, programs: Programs) {
  let heard = programs.said().length
  const devtools = page.context().newCDPSession(page)
  const press = async (key: 'next' | 'previous' | 'activate' | 'help'): Promise<void> => {
    const name = usualKeypad[key]
    // Playwright knows no key beyond F12.
    const event = { key: name, code: name, windowsVirtualKeyCode: F1_CODE - 1 + Number(name.slice(1)) }
    await (await devtools).send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
    await (await devtools).send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  }
  const news = (): string =>
    programs
      .said()
      .slice(heard)
      .map(({ text }) => text)
      .join(' ')

  const person = {
    press,
    /** What has been said since this person last listened. */
    news,
    /** Waits until these words have been said since the last time; the next words are those after now. */
    async hears(...words: (string | RegExp)[]): Promise<string> {
      for (const word of words)
        await expect.poll(news, { message: `to be heard: ${String(word)}` }).toMatch(word instanceof RegExp ? word : new RegExp(RegExp.escape(word), 'u'))
      const all = news()
      heard = programs.said().length
      return all
    },
    async help(...words: (string | RegExp)[]): Promise<string> {
      await press('help')
      return person.hears(...words)
    },
    async activate(...words: (string | RegExp)[]): Promise<string> {
      await press('activate')
      return words.length > 0 ? person.hears(...words) : ''
    },
    /** One step on, until these words stand under the cursor; answers everything that was heard on the way. */
    async goTo(words: RegExp, step: 'next' | 'previous' = 'next', most = 80): Promise<string> {
      const way: string[] = []
      for (let steps = 0; steps < most; steps += 1) {
        await press(step)
        way.push(await person.hears(/./u))
        if (words.test(way.at(-1) ?? '')) return way.join('\n')
      }
      throw new Error(`not found by the keypad: ${String(words)}\nheard:\n${way.join('\n')}`)
    },
    /** Types with the keyboard on the screen, from the field under the cursor. */
    async type(text: string): Promise<void> {
      await person.activate(/./u)
      for (const sign of text) {
        await person.goToKey(sign)
        await person.activate(sign)
      }
    },
    /** From the keys back to the field, which says what it holds by now. */
    async leaveKeyboard(holds: string): Promise<string> {
      while (await page.evaluate(() => document.activeElement?.hasAttribute('data-skbtn'))) await press('previous')
      return person.hears(holds)
    },
    async goToKey(name: string): Promise<void> {
      const here = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.skbtn ?? '')
      const keys = await page.locator('[data-skbtn]').evaluateAll((all) => all.map((key) => (key as HTMLElement).dataset.skbtn ?? ''))
      for (let at = await here(); at !== name; at = await here()) {
        expect(keys, 'the cursor is among the keys').toContain(at)
        await press(keys.indexOf(at) < keys.indexOf(name) ? 'next' : 'previous')
      }
    },
  }
  return person
}
