import type { CDPSession, Page } from '@playwright/test'
import { typedUnder, type KeyLayout } from '../../../shared/domain/keyboardTables.ts'

interface Manner {
  /** The layout of the system; the scanner believes in that of the United States. */
  system?: KeyLayout
  end?: 'Enter' | 'Tab'
  /** Seconds between two keys. */
  gap?: number
}

const SHIFT = 8
const isShifted = (character: string): boolean => /[A-ZÑ~!@#$%^&*()_+{}|:"<>?]/u.test(character)

/**
 * A scanner that types: real key events, as far apart by the browser's clock as those of a scanner, under any layout of the system. They bear their
 * times, so that a slow machine makes no hand of it.
 */
export async function scan(page: Page, text: string, { system = 'us', end = 'Enter', gap = 0.008 }: Manner = {}): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  let now = Date.now() / 1000
  const press = (key: string, more: object): Promise<unknown>[] => {
    now += gap
    return [
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, timestamp: now, ...more }),
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp: now, ...more }),
    ]
  }
  const typed = Array.from(typedUnder(text, { scanner: 'us', system })).flatMap((key, place) =>
    press(key, { text: key, modifiers: isShifted(text.charAt(place)) ? SHIFT : 0 }),
  )
  await Promise.all([...typed, ...press(end, end === 'Enter' ? { code: 'Enter', text: '\r' } : { code: 'Tab' })])
  await detach(keyboard)
}

const detach = (keyboard: CDPSession): Promise<void> => keyboard.detach()
