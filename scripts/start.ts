import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BadSetting, readSettings, type Settings } from '../electron/config.ts'
import { findChromium, hasDisplay } from '../electron/shell/chromium.ts'
import { usage, wantsUsage } from '../electron/usage.ts'
import { needsBuild } from './build.ts'
import { fetchElectron, findElectron } from './electronBinary.ts'
import ensureBuilt from './ensureBuilt.ts'

const MAIN = join(import.meta.dirname, '..', 'dist', 'main')

/** `npm start`: builds if needed and runs the application in the best shell that this machine has. */
async function start(argv: readonly string[]): Promise<void> {
  if (wantsUsage(argv)) return void process.stdout.write(usage())
  const wanted = readShell(argv)
  if (needsBuild()) build()
  const electron = await chooseElectron(wanted)
  const flags = withoutShell(argv)
  if (electron === null) {
    return runHost(['--shell', chooseBrowser(wanted), ...flags])
  }
  say('running in Electron')
  runElectron(electron, flags)
}

/** A wrong setting is named before anything is built. */
function readShell(argv: readonly string[]): Settings['shell'] {
  try {
    return readSettings(argv, process.env).shell
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error
    process.stderr.write(`ventanilla: ${error.message}\n`)
    process.exit(2)
  }
}

async function chooseElectron(wanted: Settings['shell']): Promise<string | null> {
  if (wanted === 'browser' || wanted === 'none') return null
  if (wanted === undefined && !hasDisplay(process.env)) return null
  const found = findElectron()
  if (found !== null) return found
  say("fetching Electron's binary")
  const fetched = await fetchElectron()
  if (fetched === null && wanted === 'electron') {
    say("Electron's binary is not here and cannot be fetched")
    process.exit(1)
  }
  if (fetched === null) say("Electron's binary cannot be fetched")
  return fetched
}

function chooseBrowser(wanted: Settings['shell']): 'browser' | 'none' {
  if (wanted === 'browser' || wanted === 'none') return wanted
  if (hasDisplay(process.env) && findChromium(process.env) !== null) {
    say('running in Chromium')
    return 'browser'
  }
  say(hasDisplay(process.env) ? 'no Chromium is here: open the address below in a browser' : 'there is no display: open the address below in a browser')
  return 'none'
}

function withoutShell(argv: readonly string[]): string[] {
  return argv.filter((argument, index) => argument !== '--shell' && argv[index - 1] !== '--shell' && !argument.startsWith('--shell='))
}

function build(): void {
  say('building')
  try {
    ensureBuilt()
  } catch {
    say('the build failed')
    process.exit(1)
  }
}

/**
 * The browser shell takes this process over: there is no other that a signal could miss, and what read TypeScript leaves the memory (some
 * 35 MB). Where the system knows no such thing (Windows), it runs within this one.
 */
async function runHost(flags: string[]): Promise<void> {
  const host = join(MAIN, 'host.js')
  const argv = [process.execPath, host, ...flags]
  if (process.platform !== 'win32') process.execve?.(process.execPath, argv, process.env)
  process.argv = argv
  await import(pathToFileURL(host).href)
}

/** Electron is a child that has our output, our signals and our exit code. */
function runElectron(executable: string, flags: string[]): void {
  // Chromium refuses to sandbox what root runs.
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(executable, [...switches, join(MAIN, 'main.js'), ...flags], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.once('error', () => process.exit(1))
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
}

/** Standard output belongs to the ready line. */
function say(text: string): void {
  process.stderr.write(`ventanilla: ${text}\n`)
}

await start(process.argv.slice(2))
