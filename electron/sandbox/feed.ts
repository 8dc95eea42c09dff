import { randomBytes } from 'node:crypto'
import type { Change } from '../../shared/utility-api/generated/types.gen.ts'
import type { Archive } from './archive.ts'
import { accountOf, createChangeLog } from './changeLog.ts'
import { type Position, readCursor, start, writeCursor } from './cursor.ts'
import { opaque } from './sample/random.ts'

export interface Page {
  changes: Change[]
  cursor: string
  hasMore: boolean
}

/** The change feed: the archive's initial state, then what happens while the sandbox runs. */
export interface Feed {
  read(cursor: string | undefined, limit: number): Promise<{ ok: true; page: Page } | { ok: false; reason: 'malformed' | 'expired' }>
  upsert<T extends { id: string }>(entity: string, data: T): void
  remove(entity: string, id: string): void
  /** Appends a change as it is, with whatever revision and data. */
  append(change: Change): void
  /** What a thing became since the start, or null if it did not change. */
  latest(entity: string, id: string): Record<string, unknown> | null
  /** What each thing of a kind became since the start, of those that are not gone. */
  changed(entity: string): Record<string, unknown>[]
  /** What happened since the start to all that carries an account, in order; also to one that this branch's feed does not hold. */
  changesOf(accountId: string): Change[]
  /** From now on no cursor given before is good. */
  expireCursors(): void
  onGrowth(listener: () => void): () => void
}

export function createFeed(archive: Archive, today: string): Feed {
  const run = randomBytes(6).toString('hex')
  const listeners = new Set<() => void>()
  let generation = 0
  const state = (): string => opaque(`${today} ${archive.accounts} ${generation}`, 12)
  const log = createChangeLog(() => listeners.forEach((listener) => listener()))
  const collect = collector(archive, log.told)

  return {
    async read(cursor, limit) {
      const read = cursor === undefined ? { ok: true as const, position: start } : readCursor(cursor, state(), run)
      if (!read.ok) return read
      const { changes, to } = await collect(read.position, limit)
      const hasMore = to.part < archive.parts || to.live < log.told.length
      return { ok: true, page: { changes, cursor: writeCursor(to, state(), run), hasMore } }
    },
    upsert: (entity, data) => log.append({ entity, op: 'upsert', id: data.id, rev: log.nextRevision(), data: { ...data } }),
    remove: (entity, id) => log.append({ entity, op: 'delete', id, rev: log.nextRevision() }),
    append: log.append,
    latest: (entity, id) => log.all().findLast((change) => change.entity === entity && change.id === id)?.data ?? null,
    changed(entity) {
      const last = new Map(
        log
          .all()
          .filter((change) => change.entity === entity)
          .map((change) => [change.id, change.data]),
      )
      return [...last.values()].filter((data) => data != null)
    },
    changesOf: (accountId) => log.all().filter((change) => accountOf(change) === accountId),
    expireCursors() {
      generation += 1
    },
    onGrowth(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Reads on from a place: first what is left of the initial state, then what happened since. */
function collector(archive: Archive, live: readonly Change[]): (from: Position, limit: number) => Promise<{ changes: Change[]; to: Position }> {
  const readPart = rememberLast((place) => archive.part(place))
  return async (from, limit) => {
    const changes: Change[] = []
    let { part, offset } = from
    while (part < archive.parts && changes.length < limit) {
      const all = await readPart(part)
      const taken = all.slice(offset, offset + limit - changes.length)
      changes.push(...taken)
      offset += taken.length
      if (offset >= all.length) [part, offset] = [part + 1, 0]
    }
    const since = part < archive.parts ? [] : asManyAsFit(live.slice(from.live, from.live + limit - changes.length))
    return { changes: [...changes, ...since], to: { part, offset, live: from.live + since.length } }
  }
}

/** A page with long texts would be more than a client takes. */
const MOST_CHARACTERS = 32_000_000

/** At least one, whatever its size: without it the feed would stand still. */
function asManyAsFit(changes: Change[]): Change[] {
  let characters = 0
  const tooMany = changes.findIndex(({ data }, index) => (characters += charactersOf(data)) > MOST_CHARACTERS && index > 0)
  return tooMany < 0 ? changes : changes.slice(0, tooMany)
}

function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  return typeof value === 'object' && value !== null ? Object.values(value).reduce<number>((sum, inner) => sum + charactersOf(inner), 0) : 0
}

/** Pages end in the middle of an account: the next one asks for the same part again. */
function rememberLast<T>(make: (place: number) => Promise<T>): (place: number) => Promise<T> {
  let last: { place: number; made: Promise<T> } | null = null
  return (place) => {
    if (last?.place !== place) last = { place, made: make(place) }
    return last.made
  }
}
