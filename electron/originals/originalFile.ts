import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { identifier } from '../../shared/contract/values.ts'

/**
 * One kept original is one file: a line that says of which invoice, then the PDF. Its name is random, so that a listing of the folder tells
 * nothing of anybody; its time of change is when it was last used.
 */
const head = z.strictObject({ invoiceId: identifier })

const PART = '.part'
/** More than the longest first line. */
const HEAD_BYTES = 4_096
const END_OF_LINE = 0x0a

export const isPart = (name: string): boolean => name.endsWith(PART)

/** Writes beside and renames, so that it is whole or not there. Answers its name. Throws when the disk does. */
export async function writeOriginal(folder: string, invoiceId: string, pdf: Uint8Array): Promise<string> {
  const name = randomUUID()
  const part = join(folder, name + PART)
  try {
    await writeFile(part, Buffer.concat([headOf(invoiceId), pdf]), { mode: 0o600, flag: 'wx' })
    await rename(part, join(folder, name))
    return name
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

/** The PDF, or null when the file is gone or is no such file. */
export async function readOriginal(folder: string, name: string): Promise<Uint8Array | null> {
  const bytes = await readFile(join(folder, name)).catch(() => null)
  const end = bytes?.indexOf(END_OF_LINE) ?? -1
  return bytes && end >= 0 ? bytes.subarray(end + 1) : null
}

/** Of which invoice a file is, or null when it does not say. */
export async function ownerOf(folder: string, name: string): Promise<string | null> {
  try {
    const file = await open(join(folder, name), 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      const line = buffer.subarray(0, bytesRead).toString('utf8').split('\n')[0] ?? ''
      return head.parse(JSON.parse(line)).invoiceId
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}

/** Remembers over a restart when it was used. `at` in milliseconds since the epoch; a disk that does not take it forgets. */
export const markUsed = (folder: string, name: string, at: number): Promise<void> => utimes(join(folder, name), at / 1000, at / 1000).catch(() => undefined)

export const removeOriginal = (folder: string, name: string): Promise<void> => rm(join(folder, name), { force: true })

const headOf = (invoiceId: string): Buffer => Buffer.from(`${JSON.stringify({ invoiceId } satisfies z.infer<typeof head>)}\n`)
