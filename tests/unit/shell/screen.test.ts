import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import type { Chromium } from '../../../electron/shell/chromium.ts'
import { startScreen } from '../../../electron/shell/screen.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { eventually } from '../../fixtures/eventually.ts'

/** A browser that does nothing until it is told to end. */
function fakeBrowser() {
  let end = (): void => undefined
  const exited = new Promise<void>((resolve) => (end = resolve))
  const stop = vi.fn(() => (end(), exited))
  return { pid: 1, exited, stop, end: () => end() } satisfies Chromium & { end(): void }
}

async function screenOn(launchBrowser = fakeBrowser) {
  const clock = fakeClock()
  const browsers: ReturnType<typeof fakeBrowser>[] = []
  const paths: string[] = []
  const screen = startScreen({
    clock,
    log: pino({ level: 'silent' }),
    address: (path = '/') => path,
    launch(url) {
      paths.push(url)
      const browser = launchBrowser()
      browsers.push(browser)
      return browser
    },
  })
  await eventually(() => expect(paths).not.toEqual([]))
  return { clock, screen, browsers, paths }
}

test('a page that leaves and comes back within five seconds is a reload', async () => {
  const { clock, screen, paths } = await screenOn()
  screen.arrived()
  screen.departed('left')
  clock.advance(4_999)
  screen.arrived()
  clock.advance(600_000)
  expect(paths).toEqual(['/'])
})

test('S34 a page that leaves and stays away: the browser is replaced', async () => {
  const { clock, screen, browsers, paths } = await screenOn()
  screen.arrived()
  screen.departed('left')
  clock.advance(5_000)
  await eventually(() => expect(paths).toEqual(['/', '/']))
  expect(browsers[0]?.stop).toHaveBeenCalledOnce()
})

test('S34 a browser whose page never comes is replaced after a minute', async () => {
  const { clock, paths } = await screenOn()
  clock.advance(59_999)
  expect(paths).toHaveLength(1)
  clock.advance(1)
  await eventually(() => expect(paths).toEqual(['/', '/']))
})

test('S34 a browser that cannot be started ends in the safe screen, and is tried again later', async () => {
  const { clock, paths } = await screenOn(() => {
    throw new Error('no space left')
  })
  await eventually(() => expect(paths).toEqual(['/', '/', '/', '/', '/', '/', '/fuera-de-servicio']))
  clock.advance(60_000)
  await eventually(() => expect(paths[7]).toBe('/'))
})

test('a safe screen opens no bridge, and is not missed', async () => {
  const { clock, browsers, paths } = await screenOn()
  for (let round = 1; round <= 6; round += 1) {
    browsers[round - 1]?.end()
    await eventually(() => expect(paths).toHaveLength(round + 1))
  }
  expect(paths.at(-1)).toBe('/fuera-de-servicio')
  clock.advance(59_999)
  expect(paths).toHaveLength(7)
})

test('stopping ends the browser and starts no other', async () => {
  const { clock, screen, browsers, paths } = await screenOn()
  screen.arrived()
  await screen.stop()
  expect(browsers[0]?.stop).toHaveBeenCalledOnce()
  screen.departed('left')
  clock.advance(600_000)
  expect(paths).toHaveLength(1)
})
