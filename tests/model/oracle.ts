import { schemaErrors, schemaExists } from '../fixtures/sandbox/openapi.ts'

/** A change as the utility sent it, good or not. */
export interface FeedChange {
  entity: string
  op: 'upsert' | 'delete'
  id: string
  rev: number
  data?: Record<string, unknown>
}

interface Thing {
  rev: number
  /** null: deleted. */
  data: Record<string, unknown> | null
}

/**
 * What a kiosk must hold after it read a feed, told from `listChanges` in openapi.yaml alone: by plain maps, and by the specification's own
 * schemas instead of those that the program was generated with.
 */
export interface Oracle {
  /** What may be seen: by id, the data as sent. */
  visible(entity: string): Map<string, Record<string, unknown>>
  /** Every id that was ever sent, gone or not. */
  everSent(entity: string): string[]
  /** What no valid change has reached since a bad one: `entity id`. */
  setAside(): string[]
}

/** @param changes all since the start without a cursor, in order */
export function consultOracle(changes: Iterable<FeedChange>): Oracle {
  const things = new Map<string, Map<string, Thing>>()
  const bad = new Map<string, number>()

  for (const change of changes) {
    if (!schemaExists(schemaName(change.entity))) continue
    const key = `${change.entity} ${change.id}`
    const known = of(change.entity).get(change.id)
    if (isBad(change)) bad.set(key, Math.max(change.rev, bad.get(key) ?? 0))
    else if (change.rev > (known?.rev ?? 0)) take(change)
  }

  function of(entity: string): Map<string, Thing> {
    const held = things.get(entity) ?? new Map<string, Thing>()
    things.set(entity, held)
    return held
  }

  function take({ entity, op, id, rev, data }: FeedChange): void {
    of(entity).set(id, { rev, data: op === 'upsert' ? (data ?? null) : null })
    if (entity === 'account' && op === 'delete') dropWhatCarries(id)
  }

  function dropWhatCarries(accountId: string): void {
    for (const held of things.values()) {
      for (const thing of held.values()) if (thing.data?.accountId === accountId) thing.data = null
    }
  }

  function isHidden({ accountId }: Record<string, unknown>): boolean {
    return typeof accountId === 'string' && !of('account').get(accountId)?.data
  }

  return {
    visible(entity) {
      const seen = new Map<string, Record<string, unknown>>()
      for (const [id, { data }] of of(entity)) if (data && !isHidden(data)) seen.set(id, data)
      return seen
    },
    everSent: (entity) => [...of(entity).keys()],
    setAside() {
      return [...bad]
        .filter(([key, rev]) => rev > revOf(key))
        .map(([key]) => key)
        .sort()
    },
  }

  function revOf(key: string): number {
    const [entity = '', id = ''] = key.split(' ')
    return of(entity).get(id)?.rev ?? 0
  }
}

const schemaName = (entity: string): string => entity.charAt(0).toUpperCase() + entity.slice(1)

/** Not what the contract says: its data are missing, break their schema, or are of another id. */
function isBad(change: FeedChange): boolean {
  if (change.op === 'delete') return false
  const { entity, id, data } = change
  return !data || data.id !== id || schemaErrors(schemaName(entity), data).length > 0
}
