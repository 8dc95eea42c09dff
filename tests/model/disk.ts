import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { SystemCall } from './systemCalls.ts'

type Change = { offset: number; bytes: Buffer } | { length: number }

interface File {
  /** What a power cut leaves. */
  durable: Buffer
  /** Since the last sync: as the process sees it, and what led there. */
  current: Buffer
  unsynced: Change[]
}

/**
 * A folder as the disk has it, told from the calls of a process: what was written counts when that very file was synced, a name when its
 * folder was. Nothing else is promised by POSIX, whatever a file system may do besides.
 */
export interface Disk {
  do(call: SystemCall): void
  /**
   * Writes what a power cut would leave now in the place of a folder.
   * @param survives tells of each unsynced write whether it reached the disk all the same; none does without it
   */
  cutPower(into: string, survives?: () => boolean): void
}

/** @param folder what stands there now has been there for long */
export function createDisk(folder: string): Disk {
  const durableNames = new Map<string, File>()
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    const bytes = readFileSync(path)
    durableNames.set(name, { durable: bytes, current: bytes, unsynced: [] })
  }
  const names = new Map(durableNames)
  const isOurs = (path: string): boolean => dirname(path) === folder
  const fileAt = (path: string): File | undefined => (isOurs(path) ? names.get(basename(path)) : undefined)

  function open(path: string, truncates: boolean): void {
    if (!isOurs(path)) return
    const known = names.get(basename(path))
    if (!known) names.set(basename(path), { durable: Buffer.alloc(0), current: Buffer.alloc(0), unsynced: [] })
    else if (truncates) change(known, { length: 0 })
  }

  function write(path: string, offset: number | null, bytes: Buffer): void {
    const file = fileAt(path)
    if (file) change(file, { offset: offset ?? file.current.length, bytes })
  }

  function truncate(path: string, length: number): void {
    const file = fileAt(path)
    if (file) change(file, { length })
  }

  function unlink(path: string): void {
    if (isOurs(path)) names.delete(basename(path))
  }

  function sync(path: string): void {
    if (path === folder) {
      durableNames.clear()
      for (const [name, file] of names) durableNames.set(name, file)
    }
    const file = fileAt(path)
    if (file) Object.assign(file, { durable: file.current, unsynced: [] })
  }

  function rename(from: string, to: string): void {
    const file = fileAt(from)
    if (!file) return
    names.delete(basename(from))
    names.set(basename(to), file)
  }

  return {
    do(call) {
      switch (call.call) {
        case 'open':
          return open(call.path, call.truncates)
        case 'write':
          return write(call.path, call.offset, call.bytes)
        case 'truncate':
          return truncate(call.path, call.length)
        case 'sync':
          return sync(call.path)
        case 'rename':
          return rename(call.from, call.to)
        case 'unlink':
          return unlink(call.path)
        case 'say':
      }
    },
    cutPower(into, survives = () => false) {
      rmSync(into, { recursive: true, force: true })
      mkdirSync(into)
      for (const [name, { durable, unsynced }] of durableNames) {
        // Shared memory does not outlive the machine.
        if (!name.endsWith('-shm')) writeFileSync(join(into, name), unsynced.filter(survives).reduce(changed, durable))
      }
    },
  }
}

function change(file: File, what: Change): void {
  file.current = changed(file.current, what)
  file.unsynced.push(what)
}

function changed(bytes: Buffer, what: Change): Buffer {
  if ('length' in what) return Buffer.concat([bytes.subarray(0, what.length), Buffer.alloc(Math.max(0, what.length - bytes.length))])
  const grown = Buffer.alloc(Math.max(bytes.length, what.offset + what.bytes.length))
  bytes.copy(grown)
  what.bytes.copy(grown, what.offset)
  return grown
}
