import { chromium, type Browser, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { eventually } from '../../fixtures/eventually.ts'
import { impatientUtility } from '../../fixtures/shell/impatientUtility.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'
import { chromiumPath } from '../../fixtures/tools.ts'

const PROJECT = join(import.meta.dirname, '../../..')

/** A Chromium that both the double and the test talk to. */
async function sharedChromium(): Promise<string> {
  const profile = temporaryFolder()
  const flags = ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-background-networking', '--remote-debugging-port=0']
  const child = spawn(chromiumPath(), [...flags, `--user-data-dir=${profile}`], { stdio: 'ignore' })
  onTestFinished(async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  })
  const note = join(profile, 'DevToolsActivePort')
  await eventually(() => expect(existsSync(note) && readFileSync(note, 'utf8').includes('\n')).toBe(true))
  const [port, path] = readFileSync(note, 'utf8').trim().split('\n')
  return `ws://127.0.0.1:${port}${path}`
}

/** The built main script under plain Node, its `electron` a double. */
function startMain(endpoint: string, env: Record<string, string> = {}) {
  const hooks = join(PROJECT, 'tests/fakes/electronHooks.ts')
  const main = join(PROJECT, 'dist/main/main.js')
  const child = spawn(process.execPath, ['--import', hooks, main, '--data-dir', temporaryFolder()], {
    env: { ...process.env, ...env, DOUBLE_CDP: endpoint },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

const kioskPage = (browser: Browser): Page | undefined =>
  browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((page) => page.url().startsWith('https://kiosk.test/'))

async function welcome(browser: Browser): Promise<Page> {
  await eventually(() => expect(kioskPage(browser)).toBeDefined())
  const page = kioskPage(browser) as Page
  await page.getByRole('heading', { level: 1, name: /Bienvenido/ }).waitFor({ timeout: 120_000 })
  return page
}

const callOf = (page: Page) => (channel: string, request: unknown) =>
  page.evaluate(([name, given]) => (window as unknown as { kiosk: { call(...values: unknown[]): unknown } }).kiosk.call(name, given), [
    channel,
    request,
  ] as const)

test('the real main and preload scripts, joined by a double of Electron, show the kiosk, answer its page and are composed anew behind it', async () => {
  const { env, release, heartbeats } = await impatientUtility()
  const endpoint = await sharedChromium()
  const browser = await chromium.connectOverCDP(endpoint, { timeout: 240_000 })
  const main = startMain(endpoint, env)

  const page = await welcome(browser)
  const call = callOf(page)
  expect(await call('kiosk.describe', {})).toMatchObject({ ok: true, value: { sampleData: false, configured: true } })
  expect(await call('kiosk.describe', { more: 1 })).toEqual({ ok: false, problem: { code: 'bad-request' } })
  expect(await call('fs.readFile', '/etc/passwd')).toEqual({ ok: false, problem: { code: 'bad-request' } })

  // S34: a renderer that dies is replaced by a new window.
  const cdp = await page.context().newCDPSession(page)
  cdp.send('Page.crash').catch(() => undefined)
  await eventually(() => expect(kioskPage(browser)).not.toBe(page))
  const next = await welcome(browser)

  // The utility has the program restart: the window and its page stay.
  release()
  await eventually(() => expect(heartbeats().length).toBeGreaterThan(1))
  expect(await welcome(browser)).toBe(next)
  expect(await callOf(next)('kiosk.describe', {})).toMatchObject({ ok: true })

  const ended = once(main, 'exit')
  main.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})
