import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type Axe from 'axe-core'
import { expect } from './patience.ts'

declare global {
  interface Window {
    axe?: typeof Axe
  }
}

const axeScript = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

export const sizes = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
]

/**
 * Nothing moves any more. A dialog that fades in has no contrast yet, and it may begin to only in the next frame; what follows the size of
 * the window is a few frames late.
 */
export async function toStandStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const layout = () => [...document.querySelectorAll('body *')].map((part) => Object.values(part.getBoundingClientRect().toJSON()).join()).join(' ')
    await document.fonts.ready
    let before = ''
    for (let still = 0; still < 3;) {
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
      await frame()
      const now = layout()
      still = now === before && document.getAnimations().length === 0 ? still + 1 : 0
      before = now
    }
  })
}

/** Nothing of the screen is still being fetched. */
export const toBeFetched = (page: Page): Promise<void> => expect(page.locator('.fetching')).toHaveCount(0)

/** axe finds nothing wrong with the screen as it stands. */
export async function expectNoViolation(page: Page): Promise<void> {
  await toStandStill(page)
  await expectAxePasses(page)
}

/** Both, of the screen as it stands. */
export async function expectSound(page: Page): Promise<void> {
  await toStandStill(page)
  await expectAxePasses(page)
  await expectAllFits(page)
}

/** Both, at every size; leaves the size that it found. */
export async function expectSoundAtEverySize(page: Page): Promise<void> {
  const before = page.viewportSize()
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectSound(page)
  }
  if (before) await page.setViewportSize(before)
}

/** The page keeps axe's half a megabyte until it is loaded anew. */
export async function loadAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axeScript)
}

async function expectAxePasses(page: Page): Promise<void> {
  await loadAxe(page)
  const violations = await page.evaluate(async () => {
    const results = await window.axe!.run({ resultTypes: ['violations'] })
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
  expect(violations).toEqual([])
}

/** Nothing is cut off at the sides, and what a person touches is large enough. */
export async function expectToFit(page: Page): Promise<void> {
  await toStandStill(page)
  await expectAllFits(page)
}

async function expectAllFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], [role=option], input')]
      .filter((control) => control.checkVisibility())
      .map((control) => ({ name: control.textContent?.trim() ?? '', box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 56 || box.width < 48)
      .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
  )
  expect(small).toEqual([])
}
