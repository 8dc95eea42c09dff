import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RolldownOptions } from 'rolldown'

const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')
const STAMP = join(DIST, 'built-from')

/** Whatever goes into a build. */
const SOURCES = ['electron', 'renderer', 'shared', 'resources', 'package-lock.json', 'rolldown.config.ts', 'vite.config.ts']

/** Whether `dist` is absent or was built from something else than what stands here now. */
export function needsBuild(): boolean {
  return !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sourcesDigest()
}

/**
 * Builds the page and the main side into `dist`, beside it first, so that a build that fails or runs twice at once leaves a whole one.
 * The builders are loaded only now: whoever asks `needsBuild` may not need them.
 */
export async function build(): Promise<void> {
  const digest = sourcesDigest()
  const [vite, bundles] = await Promise.all([import('vite'), import('../rolldown.config.ts')])
  const folder = join(ROOT, '.cache', `build-${process.pid}`)
  try {
    const page = { outDir: join(folder, 'renderer'), emptyOutDir: true }
    await vite.build({ root: join(ROOT, 'renderer'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error', build: page })
    for (const options of bundles.default(folder)) await bundle(options)
    layDataOfPdfJs(join(folder, 'main', 'pdfjs'))
    writeFileSync(join(folder, 'built-from'), digest)
    rmSync(DIST, { recursive: true, force: true })
    renameSync(folder, DIST)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function bundle({ output, ...input }: RolldownOptions): Promise<void> {
  const { rolldown } = await import('rolldown')
  const made = await rolldown({ ...input, cwd: ROOT })
  try {
    for (const options of [output ?? []].flat()) await made.write(options)
  } finally {
    await made.close()
  }
}

/** What pdf.js reads besides its code; without what runs scripts of documents, and without what stands in for WebAssembly. */
function layDataOfPdfJs(folder: string): void {
  for (const name of ['cmaps', 'iccs', 'standard_fonts', 'wasm']) {
    const filter = (path: string): boolean => !/quickjs|nowasm/i.test(path)
    cpSync(join(ROOT, 'node_modules', 'pdfjs-dist', name), join(folder, name), { recursive: true, filter })
  }
}

function sourcesDigest(): string {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesOf).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0')
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!existsSync(join(ROOT, path))) return []
  if (!/^[a-z]+$/.test(path)) return [path]
  const entries = readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
}

if (import.meta.main) await build()
