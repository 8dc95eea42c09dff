import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckResult } from '../../shared/contract/selfTest.ts'
import { isFileFault } from '../faults.ts'
import { healthLimits } from '../health/limits.ts'
import { failed, passed } from './results.ts'

const BYTES = 65_536

/** @param freeBytes null where the system does not say */
export async function checkDisk(dataDir: string, freeBytes: number | null): Promise<CheckResult> {
  if (!(await keepsWhatIsWritten(join(dataDir, 'self-test.unfinished')))) return failed('disk', 'diskFails')
  if (freeBytes !== null && freeBytes < healthLimits.littleSpaceBytes) return failed('disk', 'diskFull', freeBytes)
  return passed('disk')
}

/** Written down to the disk and read back. */
async function keepsWhatIsWritten(path: string): Promise<boolean> {
  const written = randomBytes(BYTES)
  try {
    const file = await open(path, 'w+', 0o600)
    try {
      await file.write(written, 0, BYTES, 0)
      await file.sync()
      const { buffer } = await file.read(Buffer.alloc(BYTES), 0, BYTES, 0)
      return written.equals(buffer)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isFileFault(error)) return false
    throw error
  } finally {
    await rm(path, { force: true })
  }
}
