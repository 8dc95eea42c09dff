import { randomUUID } from 'node:crypto'
import { access, constants, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { SavePlace } from '../../shared/contract/saving.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { inTime } from '../waiting.ts'
import type { RemovableMedia } from './medium.ts'

/** Where a document can be saved now. */
export interface Place {
  /** What the screen knows it by; valid while that medium is there. */
  id: string
  kind: SavePlace['kind']
  name: string
  folder: string
  /** `st_dev` of a stick's files. */
  device?: number
}

export interface Places {
  /** Those that can be written to, sticks first. */
  list(): Promise<Place[]>
  /** Not offered while this hangs on it. */
  avoid(id: string, hanging: Promise<unknown>): void
}

interface PlacesParts {
  media: RemovableMedia
  /** A folder of the branch; null where none is configured. */
  exportDir: string | null
  clock: Clock
  log: Log
}

type Found = Omit<Place, 'id'> & { key: string }

/** A medium that takes longer to say who may write to it will not take a document. */
const PROBE_TIMEOUT = 3_000

/** Sticks and the branch's folder, each under a random id: the page never learns of a path. */
export function createPlaces({ media, exportDir, clock, log }: PlacesParts): Places {
  let ids = new Map<string, string>()
  const avoided = new Set<string>()
  const probes = new Map<string, Promise<boolean>>()

  /** What hangs there hangs once, not again with each look. */
  const isWritable = async (found: Found): Promise<boolean> => {
    const probed = probes.get(found.key) ?? probe(found).finally(() => probes.delete(found.key))
    probes.set(found.key, probed)
    return (await inTime({ clock, milliseconds: PROBE_TIMEOUT }, () => probed)) ?? false
  }

  const find = async (): Promise<Found[]> => {
    const sticks = await media.list().catch((error: unknown) => {
      log.warn({ err: error }, 'removable media not listed: no stick is offered')
      return []
    })
    const found: Found[] = sticks.map((stick) => ({ ...stick, kind: 'usb' }))
    return exportDir === null ? found : [...found, { key: 'folder', kind: 'folder', name: basename(exportDir), folder: exportDir }]
  }

  return {
    async list() {
      const found = await find()
      ids = new Map(found.map(({ key }) => [key, ids.get(key) ?? randomUUID()]))
      const known = ids
      const writable = await Promise.all(found.map(isWritable))
      return found
        .filter((_, index) => writable[index])
        .map(({ key, ...place }) => ({ ...place, id: known.get(key) ?? '' }))
        .filter(({ id }) => !avoided.has(id))
    },
    avoid(id, hanging) {
      avoided.add(id)
      const offerAgain = (): void => void avoided.delete(id)
      hanging.then(offerAgain, offerAgain)
    },
  }
}

/** A folder that can be written to and, of a stick, is the stick and not what it was mounted on. */
async function probe({ folder, device }: Found): Promise<boolean> {
  try {
    const found = await stat(folder)
    if (!found.isDirectory() || (device !== undefined && found.dev !== device)) return false
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
