import type { RequestOf } from '../../shared/contract/index.ts'
import type { SavedFile, SavePlace } from '../../shared/contract/saving.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../clock.ts'
import { storing } from '../faults.ts'
import type { Log } from '../log/log.ts'
import type { Allowance } from '../saving/allowance.ts'
import type { RemovableMedia } from '../saving/medium.ts'
import { createPlaceNews, toShow } from '../saving/news.ts'
import { createPlaces, type Place } from '../saving/savingPlaces.ts'
import { createUnderWay } from '../saving/underWay.ts'
import { createWriter, type Writer } from '../saving/writer.ts'
import type { Counter, Session } from '../session/counter.ts'
import type { AuthorizedDocument, Documents, FiledDocument } from './documents.ts'
import { entryOf } from './savingEntry.ts'

interface SavingParts {
  documents: Pick<Documents, 'authorize' | 'file'>
  media: RemovableMedia
  /** A folder of the branch where documents can be saved; null where none is configured. */
  exportDir: string | null
  clock: Clock
  log: Log
  audit: Audit
  counter: Pick<Counter, 'current'>
  /** Of the files that one visit may take away, also by other ways. */
  allowance: Allowance
  /** A stick was plugged in or pulled out. */
  onPlaces: (places: SavePlace[]) => void
}

export interface SavingService {
  handlers: {
    'saving.places'(): Promise<Result<{ places: SavePlace[] }>>
    /** Asked for again while it is under way, the same file. */
    'saving.save'(request: RequestOf<'saving.save'>): Promise<Result<SavedFile>>
  }
  /** A file of this session is on its way: who waits for it has not left. */
  isSaving(sessionId: string): boolean
  /** No file is on its way, of whoever may have left either. */
  isIdle(): boolean
  /** What is under way ends without a file. */
  stop(): Promise<void>
}

interface Wish extends Pick<RequestOf<'saving.save'>, 'format' | 'placeId'> {
  authorized: AuthorizedDocument
  session: Session
}

/** Documents as files, on a stick that was plugged in or in the branch's folder: whole and on the medium when it answers. */
export function createSavingService({ media, exportDir, allowance, onPlaces, ...parts }: SavingParts): SavingService {
  const places = createPlaces({ ...parts, media, exportDir })
  const news = createPlaceNews({ places, media, onPlaces })
  const closing = new AbortController()
  const writer = createWriter({ ...parts, places, closing: closing.signal })
  const underWay = createUnderWay<Result<SavedFile>>()
  const writing = new Set<Promise<unknown>>()

  async function saveOne(wish: Wish): Promise<Result<SavedFile>> {
    const place = (await places.list()).find(({ id }) => id === wish.placeId)
    if (!place) return failure({ code: 'no-place-to-save' })
    // Before a copy is numbered: listing the places takes long enough for the visit to end.
    if (parts.counter.current().id !== wish.session.id) return failure({ code: 'not-allowed' })
    const filed = await parts.documents.file(wish.authorized.ref, wish.format)
    if (!filed.ok) return filed
    if (closing.signal.aborted) return failure({ code: 'save-failed' })
    const written = writeAndRecord({ ...parts, writer }, { ...wish, filed: filed.value, place })
    writing.add(written)
    return written.finally(() => writing.delete(written))
  }

  return {
    handlers: {
      'saving.places': async () => success({ places: await news.now() }),
      'saving.save': async (request) => {
        const authorized = parts.documents.authorize(request.document)
        if (!authorized.ok) return authorized
        const session = parts.counter.current()
        const wish = { ...request, authorized: authorized.value, session }
        return underWay.join(session.id, request, () => allowance.spend(session.id, () => saveOne(wish)))
      },
    },
    isSaving: underWay.has,
    isIdle: underWay.isEmpty,
    async stop() {
      news.stop()
      closing.abort()
      await Promise.allSettled(writing)
    },
  }
}

interface WriteParts extends Pick<SavingParts, 'counter' | 'audit'> {
  writer: Writer
}

interface Made extends Wish {
  filed: FiledDocument
  place: Place
}

/** Nothing is answered before the audit has it: a copy that nobody knows of must not lie about. */
async function writeAndRecord({ counter, audit, writer }: WriteParts, made: Made): Promise<Result<SavedFile>> {
  const { session, filed, place } = made
  // Whoever has come meanwhile is not given what the one before asked for.
  const isTheirs = counter.current().id === session.id
  const written = isTheirs ? await writer.write(filed, place) : failure({ code: 'not-allowed' })
  const entry = entryOf({ ...made, place: place.kind, outcome: written.ok ? 'saved' : written.problem.code })
  const audited = storing(() => success(audit.record(entry)))
  if (!written.ok) return written
  if (audited.ok) return success({ fileName: written.value.fileName, place: toShow(place) })
  await writer.remove(written.value.fileName, place)
  return audited
}
