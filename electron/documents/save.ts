import { randomBytes } from 'node:crypto'
import { access, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, success, type Result } from '../../shared/result.ts'

export interface SaveRequest {
  folder: string
  /** Without extension; made safe for every file system. */
  name: string
  extension: 'pdf' | 'bin' | 'xlsx' | 'csv'
  bytes: Uint8Array
}

const PART_PREFIX = '.ventanilla-'
const PART_SUFFIX = '.part'
const LONGEST_NAME = 100

/** Names that Windows keeps for devices; a stick may be read there. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * Writes a file that appears under its name only when it is whole and on the disk. Never overwrites: a name that is taken gets
 * a number. The folder must exist. Problem: save-failed.
 */
export async function saveDocument({ folder, name, extension, bytes }: SaveRequest): Promise<Result<{ fileName: string }>> {
  const part = join(folder, `${PART_PREFIX}${randomBytes(8).toString('hex')}${PART_SUFFIX}`)
  try {
    await writeThrough(part, bytes)
    const fileName = await freeName(folder, safeName(name), extension)
    await rename(part, join(folder, fileName))
    await syncFolder(folder)
    return success({ fileName })
  } catch {
    await rm(part, { force: true }).catch(() => undefined)
    return failure({ code: 'save-failed' })
  }
}

/** Removes what a power cut left half written: it may hold somebody's bill. */
export async function removeParts(folder: string): Promise<void> {
  const names = await readdir(folder)
  const parts = names.filter((name) => name.startsWith(PART_PREFIX) && name.endsWith(PART_SUFFIX))
  await Promise.all(parts.map((name) => rm(join(folder, name), { force: true })))
}

/** Letters without accents, digits, hyphen, underscore and dot. */
export function safeName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '')
  const safe = plain.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '')
  const short = safe.slice(0, LONGEST_NAME).replace(/[-.]+$/, '')
  if (short === '') return 'documento'
  return RESERVED.test(short.split('.')[0] ?? '') ? `documento-${short}` : short
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function freeName(folder: string, name: string, extension: string): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? `${name}.${extension}` : `${name}-${copy}.${extension}`
    if (!(await exists(join(folder, candidate)))) return candidate
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** So that the new name survives a power cut. Windows has no such call for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
