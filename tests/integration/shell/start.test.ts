import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test, vi } from 'vitest'
import { fetchElectron, findElectron } from '../../../scripts/electronBinary.ts'
import { virtualDisplay } from '../../fixtures/shell/display.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'

const PROJECT = join(import.meta.dirname, '../../..')

/** `npm start`'s own script, on a machine whose display is the one given, or none. */
function start(args: string[], env: Record<string, string> = {}) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VENTANILLA_|DISPLAY$|WAYLAND_DISPLAY$)/.test(name)))
  const child = spawn(process.execPath, [join(PROJECT, 'scripts/start.ts'), '--data-dir', temporaryFolder(), ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  return { child, said }
}

async function stop(child: ReturnType<typeof spawn>): Promise<unknown> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  return (await ended)[0]
}

test('without a display it says so and prints the address', async () => {
  const { child, said } = start([])
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  expect(said).toContain('ventanilla: there is no display: open the address below in a browser')
  const { url } = JSON.parse(line) as { url: string }
  expect((await fetch(url)).status).toBe(200)
  expect(await stop(child)).toBe(0)
})

test('other flags reach the application', async () => {
  const { child } = start(['--shell=none', '--port', '0', '--diagnostics'])
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  expect(JSON.parse(line)).toMatchObject({ ready: true })
  expect(await stop(child)).toBe(0)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s to `npm start` ends the program, which lets go of its data directory', async (signal) => {
  const dataDir = temporaryFolder()
  const npm = spawn('npm', ['start', '--silent', '--', '--shell', 'none', '--data-dir', dataDir], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'ignore'] })
  await once(createInterface({ input: npm.stdout }), 'line')
  expect(processesWith(dataDir).length).toBeGreaterThan(0)
  npm.kill(signal)
  await eventually(() => expect(processesWith(dataDir)).toEqual([]))
})

/** The processes whose command line holds this text. */
function processesWith(text: string): number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return numbers.filter((name) => commandLine(name).includes(text)).map(Number)
}

function commandLine(number: string): string {
  try {
    return readFileSync(`/proc/${number}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

test.each(['SIGTERM', 'SIGKILL'] as const)('Chromium fills the display, and ends with the kiosk even by %s', async (signal) => {
  const dataDir = temporaryFolder()
  const profile = `--user-data-dir=${join(dataDir, 'chromium')}`
  const { child, said } = start(['--shell', 'browser', '--data-dir', dataDir], { DISPLAY: await virtualDisplay() })
  // A renderer of that profile: the page is being shown.
  await eventually(() => expect(processesWith(profile).length, said.join('\n')).toBeGreaterThan(2))
  const flags = commandLine(String(processesWith(profile)[0])).split('\0')
  expect(flags).toContain('--kiosk')
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
  await eventually(() => expect(processesWith(profile)).toEqual([]))
})

/** An `electron` package whose download script is this text. */
function electronPackage(script: string): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'install.js'), script)
  return folder
}

const leftOvers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('ventanilla-electron-'))

test('Electron is found where it was fetched', () => {
  const folder = electronPackage('')
  expect(findElectron(folder)).toBeNull()
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(findElectron(folder)).toBeNull()
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist', 'electron'), '')
  expect(findElectron(folder)).toBe(join(folder, 'dist', 'electron'))
})

test('a download that works gives the executable', async () => {
  const folder = electronPackage(`
    const { mkdirSync, writeFileSync } = require('node:fs')
    mkdirSync(__dirname + '/dist')
    writeFileSync(__dirname + '/dist/electron', '')
    writeFileSync(__dirname + '/path.txt', 'electron')`)
  await expect(fetchElectron({ folder })).resolves.toBe(join(folder, 'dist', 'electron'))
})

test.each([
  ['never begins', 'setInterval(() => undefined, 1000)', { beginWithin: 300, stallWithin: 60_000 }],
  [
    'begins and then stands still',
    `require('node:fs').writeFileSync(require('node:os').tmpdir() + '/part', 'x'); setInterval(() => undefined, 1000)`,
    { beginWithin: 60_000, stallWithin: 300 },
  ],
  ['is refused', 'process.exit(1)', {}],
])('a download that %s is given up, and leaves nothing behind', async (_what, script, options) => {
  // Others may fetch theirs meanwhile.
  vi.stubEnv('TMPDIR', temporaryFolder())
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(fetchElectron({ folder: electronPackage(script), ...options })).resolves.toBeNull()
  expect(leftOvers()).toEqual([])
})
