import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, type Result } from '../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { createSerialAccess, inTime } from '../waiting.ts'
import type { Place, Places } from './savingPlaces.ts'
import { removeParts, writeNew, type WriteOrder } from './write.ts'

export interface Writer {
  /** Whole, and on the medium, when it answers. Problems: place-full, save-failed. */
  write(file: Pick<WriteOrder, 'name' | 'extension' | 'bytes'>, place: Place): Promise<Result<{ fileName: string }>>
  remove(fileName: string, place: Place): Promise<void>
}

interface WriterParts {
  places: Pick<Places, 'avoid'>
  clock: Clock
  log: Log
  /** What is under way ends without a file then, and nothing begins any more. */
  closing: AbortSignal
}

/** The slowest stick takes the largest statement in less; a dying one never ends. */
const WRITE_TIMEOUT = 60_000
/** What is younger in the branch's folder may be another kiosk's, which is still writing. */
const STALE_AFTER = 24 * 60 * 60 * 1000

/** Writes to places, one file after the other, and waits for none of them without end. */
export function createWriter({ places, clock, log, closing }: WriterParts): Writer {
  const serially = createSerialAccess()
  const within = <T>(place: Place, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> => {
    const onLate = (running: Promise<unknown>): void => {
      log.warn({ where: place.kind }, 'save timed out: place not offered until it answers')
      places.avoid(place.id, running)
    }
    return inTime({ clock, milliseconds: WRITE_TIMEOUT, signal: closing, onLate }, work)
  }

  return {
    async write(file, place) {
      const before = place.kind === 'usb' ? Infinity : clock.now() - STALE_AFTER
      const written = await serially(() =>
        within(place, async (signal) => {
          await removeParts(place.folder, before).catch(() => undefined)
          return writeNew({ ...file, ...orderFor(place), signal })
        }),
      )
      return written ?? failure({ code: 'save-failed' })
    },
    async remove(fileName, place) {
      await within(place, () => rm(join(place.folder, fileName), { force: true }).catch(() => undefined))
    },
  }
}

/**
 * A stick is pulled out as soon as we say so, and its owner has another number at home than the kiosk has here. The branch's folder is shared
 * with its counter: with whom, its group says.
 */
const orderFor = ({ kind, folder, device }: Place): Pick<WriteOrder, 'folder' | 'device' | 'flush' | 'mode'> =>
  kind === 'usb' ? { folder, flush: true, mode: 0o644, ...(device !== undefined && { device }) } : { folder, mode: 0o660 }
