import { access, chmod, constants, mkdir } from 'node:fs/promises'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { removeParts, writeNew } from '../saving/write.ts'
import type { Printer } from './printer.ts'

interface FilePrinterOptions {
  folder: string
  /** `bin` holds what a ticket printer is sent. */
  extension?: 'pdf' | 'bin'
  clock: Clock
  log: Log
}

/**
 * A folder as a printer: one file per job, there when it is whole. For a first run, for tests, and for programs that print from a
 * folder.
 */
export function createFilePrinter({ folder, extension = 'pdf', clock, log }: FilePrinterOptions): Printer {
  let prepared: Promise<boolean> | null = null

  /** Tried anew after a failure: the folder may be on a disk that comes back. */
  const prepare = async (): Promise<boolean> => {
    prepared ??= openFolder(folder).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        log.warn({ code: error.code }, 'printer folder not usable')
        prepared = null
        return false
      },
    )
    return prepared
  }

  return {
    kind: 'file',
    name: `file:${folder}`,
    async status() {
      const ready = (await prepare()) && (await isWritable(folder))
      return ready ? { state: 'ready', attention: [] } : { state: 'offline', attention: ['offline'] }
    },
    async submit({ bytes, title }) {
      if (!(await prepare())) return { outcome: 'unreachable' }
      const saved = await writeNew({ folder, name: `${stamp(clock.now())}-${title.replaceAll(' ', '-')}`, extension, bytes })
      return saved.ok ? { outcome: 'accepted', ref: saved.value.fileName } : { outcome: 'refused' }
    },
    // An accepted file was written completely; it stays `completed` when somebody removes it.
    query: () => Promise.resolve('completed'),
    cancel: () => Promise.resolve(false),
    close: () => undefined,
  }
}

/** Only the kiosk's own user may read what lies in it. */
async function openFolder(folder: string): Promise<void> {
  const created = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (created !== undefined) await chmod(folder, 0o700)
  await removeParts(folder)
}

const isWritable = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )

/** `20261121-164200`, UTC: files sort in the order in which they were printed. */
const stamp = (now: number): string => new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
