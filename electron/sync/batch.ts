import { z } from 'zod'
import { identifier } from '../../shared/contract/values.ts'
import { zChange } from '../../shared/utility-api/generated/zod.gen.ts'
import type { Page } from '../api/client.ts'
import { feedTables, type Cell, type FeedTable } from './feedTables.ts'

/** A change that violates the contract, without its data. */
export interface SetAside {
  entity: string
  id: string
  rev: number
  /** A code, with the place in the data where that helps: `data lines.0.amount invalid_type`. */
  reason: string
}

/** A validated page as rows for the write worker. Flat, because one array is copied between threads faster than thousands. */
export interface Batch {
  /** The cursor that the page was requested with: the page may only be applied when this cursor is stored. */
  from: string | null
  cursor: string
  hasMore: boolean
  serverTime: string
  /** For each row the index of its table in `feedTables`. */
  kinds: Uint8Array
  /** The cells of all rows, one after the other. */
  cells: Cell[]
  setAside: SetAside[]
}

/** Validates each change of a page by itself, in the page's order. */
export function toBatch(from: string | null, { changes, cursor, hasMore, serverTime }: Page): Batch {
  const kinds: number[] = []
  const cells: Cell[] = []
  const setAside: SetAside[] = []
  for (const change of changes) {
    const row = readChange(change)
    if (row === null) continue
    if ('reason' in row) {
      setAside.push(row)
      continue
    }
    if (row.withheld) setAside.push(row.withheld)
    kinds.push(row.kind)
    for (const cell of row.cells) cells.push(cell)
  }
  return { from, cursor, hasMore, serverTime, kinds: Uint8Array.from(kinds), cells, setAside }
}

interface Row {
  kind: number
  cells: Cell[]
  /** Parts of the change that are set aside while the rest is used. */
  withheld?: SetAside | undefined
}

/** The name under which parts of an entity are set aside. */
export const partsOf = (entity: string): string => `${entity}.parts`

const zEnvelope = zChange.extend({ id: identifier, data: z.unknown().optional() })
const kindOf = new Map(feedTables.map(({ entity }, kind) => [entity, kind]))

/** null for an unknown entity. */
function readChange(change: unknown): Row | SetAside | null {
  const envelope = zEnvelope.safeParse(change)
  if (!envelope.success) return describeUnreadable(change)
  const { entity, op, id, rev, data } = envelope.data
  const kind = kindOf.get(entity)
  const table = kind === undefined ? undefined : feedTables[kind]
  if (kind === undefined || !table) return null
  if (op === 'delete') return { kind, cells: tombstone(table, id, rev) }
  if (data === undefined) return { entity, id, rev, reason: 'no-data' }
  const read = table.read(data)
  if (!read.ok) return { entity, id, rev, reason: `data ${read.issue?.path.join('.') ?? ''} ${read.issue?.code ?? ''}` }
  if (read.id !== id) return { entity, id, rev, reason: 'other-id' }
  const reason = `data ${read.withheld.join(', ')} unusable`
  const withheld = read.withheld.length > 0 ? { entity: partsOf(entity), id, rev, reason } : undefined
  return { kind, cells: [id, rev, 0, ...read.cells], withheld }
}

const tombstone = (table: FeedTable, id: string, rev: number): Cell[] => [id, rev, 1, ...table.columns.map(() => null), null]

/** What can be read of a change whose envelope is invalid. */
function describeUnreadable(change: unknown): SetAside | null {
  const { entity, id, rev } = zTraces.parse(change)
  return entity !== '?' && !kindOf.has(entity) ? null : { entity, id, rev, reason: 'envelope' }
}

const zTraces = z
  .object({ entity: z.string().catch('?'), id: identifier.catch('?'), rev: z.int().nonnegative().catch(0) })
  .catch({ entity: '?', id: '?', rev: 0 })
