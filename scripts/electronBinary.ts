import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', 'node_modules', 'electron')

/** Electron's executable, or null where it was never fetched. Importing the package would fetch it at once, so its files are read instead. */
export function findElectron(folder = FOLDER): string | null {
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const executable = join(folder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

export interface FetchOptions {
  folder?: string
  /** Milliseconds until the first byte must have come. */
  beginWithin?: number
  /** Milliseconds that a download may stand still. */
  stallWithin?: number
}

/** Fetches Electron's binary by its own script. Resolves to the executable, or to null when there is no way to it; never hangs. */
export async function fetchElectron({ folder = FOLDER, beginWithin = 10_000, stallWithin = 30_000 }: FetchOptions = {}): Promise<string | null> {
  // The script downloads into the temporary folder: one of its own shows how far it is.
  const temporary = mkdtempSync(join(tmpdir(), 'ventanilla-electron-'))
  const child = spawn(process.execPath, [join(folder, 'install.js')], { env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' })
  let size = 0
  let deadline = Date.now() + beginWithin
  const watch = setInterval(() => {
    const now = sizeOf(temporary)
    if (now > size) deadline = Date.now() + stallWithin
    size = now
    if (Date.now() > deadline) child.kill('SIGKILL')
  }, 250)
  await new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
  clearInterval(watch)
  rmSync(temporary, { recursive: true, force: true })
  return findElectron(folder)
}

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.reduce((sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
