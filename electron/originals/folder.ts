import { chmod, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from '../faults.ts'
import { isPart, ownerOf, removeOriginal } from './originalFile.ts'

export interface Kept {
  name: string
  bytes: number
}

/** By invoice; the one used last stands last. */
export type KeptList = Map<string, Kept>

/** What is in the folder, by the time of its last use. What is half written or says of no invoice is removed. */
export async function listKept(folder: string): Promise<KeptList> {
  const found: (Kept & { invoiceId: string; usedAt: number })[] = []
  for (const name of await namesIn(folder)) {
    const invoiceId = isPart(name) ? null : await ownerOf(folder, name)
    if (invoiceId === null) await removeOriginal(folder, name)
    else found.push({ invoiceId, name, ...(await measured(folder, name)) })
  }
  found.sort((one, other) => one.usedAt - other.usedAt)
  return new Map(found.map(({ invoiceId, name, bytes }) => [invoiceId, { name, bytes }]))
}

/** For nobody but us; as late as there is something to put into it. */
export async function makeFolder(folder: string): Promise<void> {
  const created = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (created !== undefined) await chmod(folder, 0o700)
}

/** Of files alone: what else somebody or the system put there (`lost+found`) is not ours to judge. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function measured(folder: string, name: string): Promise<{ bytes: number; usedAt: number }> {
  const { size, mtimeMs } = await stat(join(folder, name))
  return { bytes: size, usedAt: mtimeMs }
}
