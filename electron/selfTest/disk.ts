import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckResult } from '../../shared/contract/selfTest.ts'
import { isFileFault, isFullDisk } from '../faults.ts'
import { healthLimits } from '../health/limits.ts'
import { failed, passed } from './results.ts'

const BYTES = 65_536

/** @param freeBytes null where the system does not say */
export async function checkDisk(dataDir: string, freeBytes: number | null): Promise<CheckResult> {
  const isLittle = freeBytes !== null && freeBytes < healthLimits.littleSpaceBytes
  try {
    const keeps = await keepsWhatIsWritten(join(dataDir, 'self-test.unfinished'))
    if (isLittle) return failed('disk', 'diskFull', freeBytes)
    return keeps ? passed('disk') : failed('disk', 'diskFails')
  } catch (error) {
    if (!isFileFault(error)) throw error
    if (isLittle) return failed('disk', 'diskFull', freeBytes)
    // A quota, or what is kept for others: whatever the disk has, nothing of it is left for this program.
    return isFullDisk(error) ? failed('disk', 'diskFull', 0) : failed('disk', 'diskFails')
  }
}

/** Written down to the disk and read back. Throws what the disk does to us. */
async function keepsWhatIsWritten(path: string): Promise<boolean> {
  const written = randomBytes(BYTES)
  // Of a test that was killed, or whatever else stands there: the name is ours.
  await rm(path, { force: true, recursive: true })
  try {
    const file = await open(path, 'w+', 0o600)
    try {
      // All of it or an error: a disk that is almost full takes a part of a single write and says nothing.
      await file.writeFile(written)
      await file.sync()
      const { buffer } = await file.read(Buffer.alloc(BYTES), 0, BYTES, 0)
      return written.equals(buffer)
    } finally {
      await file.close()
    }
  } finally {
    await rm(path, { force: true })
  }
}
