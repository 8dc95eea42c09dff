import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findChromium, launchChromium, type Chromium } from '../../../electron/shell/chromium.ts'
import { readPageFiles } from '../../../electron/shell/files.ts'
import { startLoopback, type Loopback } from '../../../electron/shell/loopback.ts'
import { startScreen, type Screen } from '../../../electron/shell/screen.ts'
import { systemClock, type Clock } from '../../../electron/clock.ts'
import { fakeApplication } from '../../fakes/application.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { pageFolder, quiet, temporaryFolder } from '../../fixtures/shell/loopback.ts'

/** The page's part of the wire, as small as it can be. */
const script = `
  // As the router does: every screen takes the place of the one before. In two pieces: this script itself is in the browser's cache.
  for (const screen of ['consulta', 'cuenta/facturas/PERSONAL' + '-40989917', '']) history.replaceState(history.state, '', '#/' + screen)
  const socket = new WebSocket('ws://' + location.host + '/bridge')
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data)
    if (message.ping !== undefined) socket.send(JSON.stringify({ pong: message.ping }))
    if (message.event === 'hang') for (;;);
  }`

function builtPage(): string {
  const folder = pageFolder()
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), script)
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Ventanilla</title><script type="module" src="/assets/index-1a2b.js"></script>')
  return folder
}

/** A browser shell with a real Chromium that draws nowhere. */
async function browserShell({ clock = systemClock }: { clock?: Clock } = {}) {
  const executable = findChromium(process.env)
  if (executable === null) throw new Error('chromium is missing (Debian: chromium)')
  const application = fakeApplication()
  const launched: { chromium: Chromium; url: string }[] = []
  const profileDir = join(temporaryFolder(), 'chromium')
  const parts = { screen: null as Screen | null }
  const loopback: Loopback = await startLoopback({
    port: 0,
    files: readPageFiles(builtPage()),
    application,
    clock,
    log: quiet,
    onArrival: () => parts.screen?.arrived(),
    onDeparture: (departure) => parts.screen?.departed(departure),
  })
  const screen = startScreen({
    address: loopback.address,
    clock,
    log: quiet,
    launch(url) {
      const chromium = launchChromium({ executable, url, profileDir, extraFlags: ['--headless=new'] })
      launched.push({ chromium, url })
      return chromium
    },
  })
  parts.screen = screen
  const stop = async () => {
    await screen.stop()
    await loopback.stop()
  }
  onTestFinished(stop)
  return { application, launched, profileDir, stop }
}

const kill = (pid: number | undefined): void => {
  if (pid === undefined) throw new Error('Chromium did not start')
  process.kill(pid, 'SIGKILL')
}

test('S34 Chromium killed six times in a minute: the visit ends each time, then a safe screen', async () => {
  // However long a busy machine needs, all of it is within a minute.
  const { application, launched } = await browserShell({ clock: fakeClock() })
  for (let round = 1; round <= 6; round += 1) {
    await eventually(() => expect([launched.length, application.visits()]).toEqual([round, round]))
    kill(launched.at(-1)?.chromium.pid)
    await eventually(() => expect(application.present()).toBe(0))
  }
  await eventually(() => expect(launched).toHaveLength(7))
  expect(launched.slice(0, 6).every(({ url }) => new URL(url).pathname === '/')).toBe(true)
  expect(new URL(launched[6]?.url ?? '').pathname).toBe('/fuera-de-servicio')
  expect(new Set(launched.map(({ url }) => url)).size).toBe(7)
  expect(application.visits()).toBe(6)
})

test('S34 a page that hangs is given up, and a new one is opened', async () => {
  const { application, launched } = await browserShell()
  await eventually(() => expect(application.visits()).toBe(1))
  application.emit('hang', null)
  await eventually(() => expect([launched.length, application.visits()]).toEqual([2, 2]))
})

test('S13 the profile of the browser says nothing of the screens that somebody was on', async () => {
  const { application, profileDir, stop } = await browserShell()
  await eventually(() => expect(application.visits()).toBe(1))
  // Chromium writes most of it down when it ends.
  await stop()
  const files = readdirSync(profileDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name)).toContain('Preferences')
  const telling = files.filter(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes('PERSONAL-40989917'))
  expect(telling.map(({ name }) => name)).toEqual([])
})

test('Chromium starts with a fresh profile of its own that prints, downloads and inspects nothing, and ends with the shell', async () => {
  const { application, launched, profileDir, stop } = await browserShell()
  await eventually(() => expect(application.visits()).toBe(1))
  const written = JSON.parse(readFileSync(join(profileDir, 'Default', 'Preferences'), 'utf8')) as Record<string, Record<string, unknown>>
  expect(written.printing?.enabled).toBe(false)
  expect(written.devtools?.availability).toBe(2)
  const pid = launched[0]?.chromium.pid ?? 0
  await stop()
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  expect(launched).toHaveLength(1)
})
