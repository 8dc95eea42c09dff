import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { flags, variables } from '../../../electron/config.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { startKiosk } from '../../fixtures/shell/startKiosk.ts'
import { cookieFor, openPage, temporaryFolder } from '../../fixtures/shell/loopback.ts'

const PROJECT = join(import.meta.dirname, '../../..')

/** Runs a program of ours to its end, without the tester's own settings. */
async function runToEnd(file: string, args: string[], env: Record<string, string> = {}) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VENTANILLA_|DISPLAY$|WAYLAND_DISPLAY$)/.test(name)))
  const child = spawn(process.execPath, [join(PROJECT, file), ...args], { env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return { exitCode, ...output }
}

async function kiosk(dataDir = temporaryFolder()) {
  const started = await startKiosk({ dataDir })
  onTestFinished(() => started.stop('SIGKILL').then(() => undefined))
  return started
}

test('the ready line is all that standard output carries, and its address answers', async () => {
  const child = spawn(process.execPath, [join(PROJECT, 'dist/main/host.js'), '--shell', 'none', '--data-dir', temporaryFolder()], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  await eventually(() => expect(stdout).toMatch(/\n$/))
  expect(stdout).toMatch(/^\{"ready":true,"url":"http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}"\}\n$/)
  const { url } = JSON.parse(stdout) as { url: string }
  expect(await (await fetch(url)).text()).toContain('<div id="app">')
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  await ended
  expect(stdout.split('\n')).toHaveLength(2)
})

test('SIGUSR2 prints a new address; whoever loaded the page before may no longer', async () => {
  const { url, process: host } = await kiosk()
  const cookie = await cookieFor(url)
  const next = once(createInterface({ input: host.stdout as NodeJS.ReadableStream }), 'line') as Promise<[string]>
  host.kill('SIGUSR2')
  const ready = JSON.parse((await next)[0]) as { ready: boolean; url: string }
  expect(ready.ready).toBe(true)
  expect(new URL(ready.url).origin).toBe(new URL(url).origin)
  expect((await fetch(new URL(url).origin, { headers: { cookie } })).status).toBe(403)
  expect((await fetch(ready.url)).status).toBe(200)
})

test.each(['dist/main/host.js', 'scripts/start.ts'])('%s --help prints every flag and variable, and starts nothing', async (file) => {
  const dataDir = join(temporaryFolder(), 'untouched')
  const { exitCode, stdout } = await runToEnd(file, ['--data-dir', dataDir, '--help'])
  expect(exitCode).toBe(0)
  for (const name of [...Object.keys(flags).map((flag) => `--${flag}`), ...Object.keys(variables)]) expect(stdout).toContain(name)
  expect(existsSync(dataDir)).toBe(false)
})

test.each([
  ['--help', 0, 'stdout'],
  ['--unknown', 2, 'stderr'],
] as const)('scripts/screens.ts %s says how it is called, and takes no picture', async (option, code, place) => {
  const folder = join(temporaryFolder(), 'pictures')
  const { exitCode, ...output } = await runToEnd('scripts/screens.ts', ['--folder', folder, option])
  expect(exitCode).toBe(code)
  expect(output[place]).toContain('Usage: npm run screens')
  expect(output[place]).not.toMatch(/^ +at /m)
  expect(existsSync(folder)).toBe(false)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it cleanly, with a page open', async (signal) => {
  const { url, stop, dataDir } = await kiosk()
  const page = await openPage(new URL(url).origin, { cookie: await cookieFor(url) })
  await expect(stop(signal)).resolves.toBe(0)
  await page.closed
  // Nothing holds the data directory any longer.
  const next = await startKiosk({ dataDir })
  await expect(next.stop()).resolves.toBe(0)
})

test('S12 a second instance on the same data directory exits with 1 and one line; the first goes on', async () => {
  const { url, dataDir } = await kiosk()
  const second = await runToEnd('dist/main/host.js', ['--shell', 'none', '--data-dir', dataDir])
  expect(second).toEqual({ exitCode: 1, stdout: '', stderr: `ventanilla: ${dataDir} is in use by another instance of Ventanilla\n` })
  expect((await fetch(url)).status).toBe(200)
})

test('S12 after a SIGKILL the data directory is free at once', async () => {
  const { stop, dataDir } = await kiosk()
  await stop('SIGKILL')
  const next = await kiosk(dataDir)
  expect((await fetch(next.url)).status).toBe(200)
})

test('a data directory that is not writable: exit code 1 and one line', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  const outcome = await runToEnd('dist/main/host.js', ['--shell', 'none', '--data-dir', join(folder, 'file', 'data')])
  expect(outcome).toEqual({ exitCode: 1, stdout: '', stderr: expect.stringMatching(/^ventanilla: .*\/data is not writable \(ENOTDIR\)\n$/) })
})

test('a port that is taken: exit code 1 and one line for people', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const outcome = await runToEnd('dist/main/host.js', ['--shell', 'none', '--data-dir', temporaryFolder(), '--port', String(port)])
  // The rest is the log.
  const told = outcome.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'))
  expect([outcome.exitCode, outcome.stdout, told]).toEqual([1, '', [`ventanilla: port ${port} cannot be used (EADDRINUSE)`]])
})

test.each([
  [['--port', 'many'], {}, 'port'],
  [['--shell', 'window'], {}, 'shell'],
  [['--colour'], {}, '--colour'],
  [[], { VENTANILLA_API_URL: 'http://example.com/' }, 'VENTANILLA_API_URL'],
  [[], { VENTANILLA_API_URL: 'https://example.com/' }, 'VENTANILLA_CLIENT_ID'],
  [[], { VENTANILLA_DOCUMENT_PRINTER: 'lpt1' }, 'VENTANILLA_DOCUMENT_PRINTER'],
])('a wrong setting: exit code 2 and one line that names it (%j %j)', async (args, env, name) => {
  for (const file of ['dist/main/host.js', 'scripts/start.ts']) {
    const outcome = await runToEnd(file, ['--data-dir', temporaryFolder(), ...args], env)
    expect([file, outcome.exitCode, outcome.stdout]).toEqual([file, 2, ''])
    expect(outcome.stderr).toMatch(/^ventanilla: [^\n]+\n$/)
    expect(outcome.stderr).toContain(name)
  }
})

test('without a Chromium on the PATH the browser shell says so: exit code 1 and one line', async () => {
  const outcome = await runToEnd('dist/main/host.js', ['--shell', 'browser', '--data-dir', temporaryFolder()], { PATH: '' })
  expect(outcome).toEqual({ exitCode: 1, stdout: '', stderr: 'ventanilla: no Chromium was found on the PATH (Debian: apt install chromium)\n' })
})

test('without a display the browser shell says so: exit code 1 and one line', async () => {
  const outcome = await runToEnd('dist/main/host.js', ['--shell', 'browser', '--data-dir', temporaryFolder()], { DISPLAY: '', WAYLAND_DISPLAY: '' })
  const stderr = 'ventanilla: there is no display for Chromium: set DISPLAY, or use --shell none and a browser of yours\n'
  expect(outcome).toEqual({ exitCode: 1, stdout: '', stderr })
})

test('S20 a database of a newer program: exit code 1 and one line', async () => {
  const dataDir = temporaryFolder()
  mkdirSync(dataDir, { recursive: true })
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(join(dataDir, 'ventanilla.db'))
  db.pragma('user_version = 9999')
  db.close()
  const outcome = await runToEnd('dist/main/host.js', ['--shell', 'none', '--data-dir', dataDir])
  expect([outcome.exitCode, outcome.stdout]).toEqual([1, ''])
  expect(outcome.stderr).toMatch(/^ventanilla: the database's schema 9999 is newer than \d+: start the newer program\n$/)
})
