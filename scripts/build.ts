import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RolldownOptions } from 'rolldown'

const ROOT = join(import.meta.dirname, '..')
const STAMP = join(ROOT, 'dist', 'built-from')

/** Whatever goes into a build. */
const SOURCES = ['electron', 'renderer', 'shared', 'resources', 'package-lock.json', 'rolldown.config.ts', 'vite.config.ts']

/** Whether `dist` is absent or was built from something else than what stands here now. */
export function needsBuild(): boolean {
  return !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sourcesDigest()
}

/** Builds the page and the main side into `dist`. The builders are loaded only now: whoever asks `needsBuild` may not need them. */
export async function build(): Promise<void> {
  const digest = sourcesDigest()
  rmSync(STAMP, { force: true })
  const [vite, bundles] = await Promise.all([import('vite'), import('../rolldown.config.ts')])
  await vite.build({ root: join(ROOT, 'renderer'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
  for (const options of bundles.default) await bundle(options)
  writeFileSync(STAMP, digest)
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

function sourcesDigest(): string {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesOf).sort()) hash.update(path).update('\0').update(readFileSync(join(ROOT, path))).update('\0')
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!existsSync(join(ROOT, path))) return []
  if (!/^[a-z]+$/.test(path)) return [path]
  const entries = readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
}

if (import.meta.main) await build()
