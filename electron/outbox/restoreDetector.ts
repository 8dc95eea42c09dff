import { closeSync, constants, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { systemClock } from '../clock.ts'
import { syncFolder } from '../disk.ts'
import { isFileFault, isMissing } from '../faults.ts'

/**
 * Tells a file that only we have written from a copy of it that was put in its place. The system stamps a file with the time of its last
 * change (ctime), no program can choose that stamp, and every copy gets a new one; so after each write the stamp is noted in a second
 * file, and a stamp that is not the noted one means that the directory was restored.
 */
const stampFile = (dataDir: string): string => join(dataDir, 'outbox-journal.stamp')

const note = z.object({
  /** Nanoseconds; null where the file did not exist. */
  changed: z.string().nullable(),
  /** A write had begun, milliseconds since the epoch: the process may have ended before it could note the new stamp. */
  writingSince: z.number().nullable(),
})
type Note = z.infer<typeof note>

/** A write takes less than this; a copy that was made in the middle of one is put back later. */
const LONGEST_WRITE = 60_000
/** Written over in place and in one piece, so that a kill leaves the old note or the new one. */
const LENGTH = 120

/** Nobody but us has written the file, or put it there. False as well where it is missing, or nothing is noted. */
export const isUntouched = (dataDir: string, path: string): boolean => isAsNoted(stampFile(dataDir), path)

function isAsNoted(notes: string, path: string): boolean {
  const noted = readNote(notes)
  if (!noted) return false
  const stamp = stampOf(path)
  if (stamp === null) return false
  if (stamp === noted.changed) return true
  if (noted.writingSince === null) return false
  return Math.abs(Number(BigInt(stamp) / 1_000_000n) - noted.writingSince) <= LONGEST_WRITE
}

/** Writes the file, and takes note of its stamp. Throws what the write throws; a note that cannot be written makes the file doubtful. */
export function trackWrite(dataDir: string, path: string, write: () => void): void {
  // The stamps are the system's, so this is its clock, whatever clock the program was given.
  writeNote(dataDir, { changed: stampOf(path), writingSince: systemClock.now() })
  try {
    write()
  } finally {
    writeNote(dataDir, { changed: stampOf(path), writingSince: null })
  }
}

interface RenamedFile {
  from: string
  /** Where its stamp was noted under its old name. */
  oldStampFile: string
  to: string
}

/**
 * Gives a file its new name, which changes its stamp: one that was untouched is tracked under the new name, any other counts as restored. A kill
 * leaves the old file with its old note, or the new one with a note that a write had begun.
 */
export function renameTracked(dataDir: string, { from, oldStampFile, to }: RenamedFile): void {
  const rename = (): void => {
    renameSync(from, to)
    syncFolder(dataDir)
  }
  if (isAsNoted(oldStampFile, from)) return trackWrite(dataDir, to, rename)
  markRestored(dataDir)
  rename()
}

/** After this the data directory counts as restored: for whoever puts things there from a copy, or from what could be saved. */
export function markRestored(dataDir: string): void {
  rmSync(stampFile(dataDir), { force: true })
  syncFolder(dataDir)
}

function stampOf(path: string): string | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ctimeNs.toString() ?? null
}

function readNote(path: string): Note | null {
  try {
    return note.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

function writeNote(dataDir: string, content: Note): void {
  try {
    const handle = openSync(stampFile(dataDir), constants.O_RDWR | constants.O_CREAT, 0o600)
    try {
      writeSync(handle, JSON.stringify(content).padEnd(LENGTH), 0)
      if (content.writingSince === null) fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (!isFileFault(error)) throw error
  }
}
