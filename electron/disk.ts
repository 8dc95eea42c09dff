import { closeSync, fsyncSync, openSync } from 'node:fs'

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

/** The file system's error: there is no such file. */
export const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** An error of the file system, not a bug. */
export const isFileFault = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
