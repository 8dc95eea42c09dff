import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf } from './faults.ts'

/** Makes the names in a folder durable: a new or renamed file is not there after a power cut otherwise. */
export function syncFolder(folder: string): void {
  // Windows opens no folder as a file, and NTFS keeps names in its own log.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a folder for the program's owner alone, with whatever is missing above it; its name is durable like those of what comes into it. */
export function makeDurableFolder(folder: string): void {
  const missing: string[] = []
  // A drive that is not there is its own parent.
  for (let above = folder; !existsSync(above) && above !== dirname(above); above = dirname(above)) missing.unshift(above)
  // One by one: Node's `recursive` never ends where the system lets nobody make a folder and says that there is none (/proc).
  for (const each of missing) {
    makeFolder(each)
    syncFolder(dirname(each))
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process was quicker.
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
