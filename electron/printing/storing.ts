import { failure, type Result } from '../../shared/result.ts'
import { isCorruption, isStorageFault } from '../cache/faults.ts'

/** Whether the disk or its file failed, and not the program. */
export const isDiskTrouble = (error: unknown): boolean => isStorageFault(error) || isCorruption(error)

/** What was asked for, or `cannot-store` where the disk refused it: then nothing of it was done. */
export function storing<T>(ask: () => Result<T>): Result<T> {
  try {
    return ask()
  } catch (error) {
    if (!isDiskTrouble(error)) throw error
    return failure({ code: 'cannot-store' })
  }
}
