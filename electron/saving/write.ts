import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { link, lstat, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FileFormat } from '../../shared/contract/documents.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { codeOf, isFullDisk, isMissing } from '../faults.ts'
import { safeName } from './names.ts'

export interface WriteOrder {
  /** Must exist. */
  folder: string
  /** Without extension; made safe for every file system. */
  name: string
  extension: FileFormat | 'bin'
  bytes: Uint8Array
  /** `st_dev` of a medium that may have been pulled out since. */
  device?: number
  /** Also what the file system keeps beside files and folders: the medium may be pulled out after. */
  flush?: boolean
  /** For its owner alone unless given. */
  mode?: number
  /** Nobody waits any more: then no file appears. */
  signal?: AbortSignal
}

const PART_PREFIX = '.ventanilla-'
const PART_SUFFIX = '.part'
const MOST_COPIES = 999
/** For what the file system itself needs. */
const SPARE_BYTES = 64 * 1024

/** Where a file system has no second names: FAT and exFAT, some networks. */
const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/**
 * Writes a file that appears under its name only when it is whole and on the disk. Never overwrites: a name that is taken gets a
 * number. Problems: place-full, save-failed; then nothing bears the name.
 */
export async function writeNew(order: WriteOrder): Promise<Result<{ fileName: string }>> {
  const part = join(order.folder, `${PART_PREFIX}${randomBytes(8).toString('hex')}${PART_SUFFIX}`)
  const written: string[] = [part]
  try {
    if (!(await hasRoom(order))) return failure({ code: 'place-full' })
    await writeThrough(part, order)
    order.signal?.throwIfAborted()
    const fileName = await giveName(part, order)
    written.push(join(order.folder, fileName))
    await syncFolder(order.folder)
    if (order.flush) await flush(order)
    order.signal?.throwIfAborted()
    return success({ fileName })
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true }).catch(() => undefined)))
    return failure({ code: isFullDisk(error) ? 'place-full' : 'save-failed' })
  }
}

/** Removes what a power cut or a stick pulled too early left half written, if it is older than that: it may hold somebody's bill. */
export async function removeParts(folder: string, before = Infinity): Promise<void> {
  const names = await readdir(folder)
  const parts = names.filter((name) => name.startsWith(PART_PREFIX) && name.endsWith(PART_SUFFIX)).map((name) => join(folder, name))
  const old = await Promise.all(parts.map(async (part) => (await stat(part)).mtimeMs < before))
  await Promise.all(parts.filter((_, index) => old[index]).map((part) => rm(part, { force: true })))
}

/** A file system that does not say how large it is has to be tried. */
async function hasRoom({ folder, bytes }: WriteOrder): Promise<boolean> {
  const { blocks, bavail, bsize } = await statfs(folder)
  return blocks === 0 || bavail * bsize >= bytes.length + SPARE_BYTES
}

async function writeThrough(path: string, { bytes, device, mode = 0o600, signal }: WriteOrder): Promise<void> {
  // Made anew, so that nothing that lies there, as a link to elsewhere, is written to.
  const file = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0), mode)
  try {
    if (device !== undefined && (await file.stat()).dev !== device) throw new Error('the medium is gone, and its folder is not')
    await file.writeFile(bytes, { signal })
    await file.sync()
  } finally {
    await file.close()
  }
}

async function giveName(part: string, { folder, name, extension }: WriteOrder): Promise<string> {
  const safe = safeName(name)
  for (let copy = 1; copy <= MOST_COPIES; copy += 1) {
    const fileName = `${copy === 1 ? safe : `${safe} (${copy})`}.${extension}`
    if (await takeName(part, join(folder, fileName))) return fileName
  }
  throw new Error('every name is taken')
}

/**
 * False where the name is taken. A link fails then, also when another kiosk takes it in that instant; without links only we write
 * there, and looking before is enough.
 */
async function takeName(part: string, path: string): Promise<boolean> {
  try {
    await link(part, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!LINKLESS.has(codeOf(error))) throw error
    if (await isThere(path)) return false
    await rename(part, path)
    return true
  }
  await rm(part)
  return true
}

/** Also a link that leads nowhere. */
const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
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

const runFile = promisify(execFile)

/** syncfs(2), which Node does not have, by the program that is made of it. */
async function flush({ folder, signal }: WriteOrder): Promise<void> {
  await runFile('sync', ['-f', '--', folder], { signal }).catch((error: unknown) => {
    // Without that program there remains what was done: file and folder are on the medium.
    if (!isMissing(error)) throw error
  })
}
