import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { codeOf } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { createSerialAccess } from '../waiting.ts'
import { markUsed, readOriginal, removeOriginal, writeOriginal } from './originalFile.ts'
import { listKept, makeFolder, type KeptList } from './folder.ts'

/** A branch's visitors of some weeks. */
const MOST_BYTES = 200 * 1024 * 1024
/** So many are judged before the main loop goes on. */
const JUDGED_AT_ONCE = 50

/** Original PDF files that were fetched once, by invoice, within a limit: the one used longest ago goes first. */
export interface OriginalStore {
  /** Null when it is not kept. Whoever reads judges what is read. */
  read(invoiceId: string): Promise<Uint8Array | null>
  /** A disk that is full or broken keeps nothing, and that is all. */
  keep(invoiceId: string, pdf: Uint8Array): Promise<void>
  remove(invoiceId: string): Promise<void>
  /** Removes all of which the answer is no. */
  retain(isWanted: (invoiceId: string) => boolean): Promise<void>
}

interface StoreParts {
  folder: string
  clock: Clock
  log: Log
  mostBytes?: number
}

/** Makes the folder when there is something to keep. */
export function openOriginalStore({ mostBytes = MOST_BYTES, ...parts }: StoreParts): OriginalStore {
  const { folder, clock } = parts
  const serially = createListAccess(parts)

  return {
    read: (invoiceId) =>
      serially(null, async (list) => {
        const found = list.get(invoiceId)
        if (!found) return null
        list.delete(invoiceId)
        list.set(invoiceId, found)
        await markUsed(folder, found.name, clock.now())
        return readOriginal(folder, found.name)
      }),
    keep: (invoiceId, pdf) =>
      serially(undefined, async (list) => {
        await drop(folder, list, invoiceId)
        if (pdf.length > mostBytes) return
        await makeFolder(folder)
        const name = await writeOriginal(folder, invoiceId, pdf)
        await markUsed(folder, name, clock.now())
        list.set(invoiceId, { name, bytes: pdf.length })
        await makeRoom(folder, list, mostBytes)
      }),
    remove: (invoiceId) => serially(undefined, (list) => drop(folder, list, invoiceId)),
    retain: (isWanted) => serially(undefined, (list) => retain(folder, list, isWanted)),
  }
}

/** One thing after another, so that what is listed is what is there. What the disk refuses is logged, and `otherwise` the answer. */
function createListAccess({ folder, log }: StoreParts) {
  const logged = <T>(otherwise: T): ((error: unknown) => T) => {
    return (error) => {
      log.warn({ code: codeOf(error) }, 'original store failed')
      return otherwise
    }
  }
  const list = listKept(folder).catch(logged<KeptList>(new Map()))
  const serially = createSerialAccess()
  return <T>(otherwise: T, work: (list: KeptList) => Promise<T>): Promise<T> => serially(async () => work(await list)).catch(logged(otherwise))
}

async function drop(folder: string, list: KeptList, invoiceId: string): Promise<void> {
  const found = list.get(invoiceId)
  if (!found) return
  await removeOriginal(folder, found.name)
  list.delete(invoiceId)
}

async function makeRoom(folder: string, list: KeptList, mostBytes: number): Promise<void> {
  let total = [...list.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  for (const [invoiceId, { bytes }] of list) {
    if (total <= mostBytes) return
    await drop(folder, list, invoiceId)
    total -= bytes
  }
}

async function retain(folder: string, list: KeptList, isWanted: (invoiceId: string) => boolean): Promise<void> {
  let judged = 0
  for (const invoiceId of [...list.keys()]) {
    if (!isWanted(invoiceId)) await drop(folder, list, invoiceId)
    if (++judged % JUDGED_AT_ONCE === 0) await setImmediate()
  }
}
