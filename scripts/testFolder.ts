import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system in memory, as Linux has it. */
const MEMORY = '/dev/shm'
/** The tests together hold a tenth of this. */
const ENOUGH = 4 * 2 ** 30

/**
 * A folder for what the tests write, and what removes it. In memory where there is room: thousands of small commits wait for nothing there, and
 * what a killed process had written is still in its files.
 */
export function openTestFolder(memory = MEMORY): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(hasRoom(memory) ? memory : tmpdir(), 'ventanilla-tests-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= ENOUGH && freemem() >= 2 * ENOUGH
  } catch {
    return false
  }
}
