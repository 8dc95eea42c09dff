import type { Dice } from './dice.ts'
import { UNKNOWN_PROPERTY } from './cacheView.ts'
import type { FeedChange } from './oracle.ts'

type Thing = Record<string, unknown>

/** What a feed held when it was read whole, to choose edits from. */
export type Sample = readonly FeedChange[]

/** Makes the next change: `revisionOf` says how far a thing has come. */
export function inventChange(dice: Dice, sample: Sample, revisionOf: (change: FeedChange) => number): FeedChange {
  // Accounts are few, and with them goes and comes everything else.
  const accounts = sample.filter(({ entity }) => entity === 'account')
  const thing = dice.pick(dice.chance(0.3) ? accounts : sample)
  const next = { ...thing, rev: revisionOf(thing) + 1 + dice.below(3) }
  return dice.pick(edits)(next, dice)
}

const edits: readonly ((change: FeedChange, dice: Dice) => FeedChange)[] = [
  (change) => change,
  (change) => ({ ...change, data: { ...change.data, [UNKNOWN_PROPERTY]: { anything: [1] } } }),
  (change, dice) => ({ ...change, data: edited(change.data ?? {}, dice) }),
  (change, dice) => ({ ...change, data: edited(change.data ?? {}, dice) }),
  ({ entity, id, rev }) => ({ entity, id, rev, op: 'delete' }),
  // Stale: whatever it says, something newer is known.
  (change, dice) => ({ ...change, rev: Math.max(1, change.rev - 3), data: edited(change.data ?? {}, dice) }),
  ({ entity, id, rev }) => ({ entity, id, rev: Math.max(1, rev - 3), op: 'delete' }),
  // Not what the contract says.
  (change, dice) => ({ ...change, data: spoilt(change.data ?? {}, dice) }),
  ({ entity, id, rev }) => ({ entity, id, rev, op: 'upsert' }),
  ({ rev }) => ({ entity: 'hologram', op: 'upsert', id: 'h-1', rev, data: { id: 'h-1' } }),
]

/** Another amount or another word. */
function edited(data: Thing, dice: Dice): Thing {
  const amounts = ['balance', 'amount', 'value', 'total'].filter((name) => typeof data[name] === 'number')
  const words = ['name', 'description', 'question', 'title', 'topic', 'tariff'].filter((name) => typeof data[name] === 'string')
  const name = [...amounts, ...words].at(0)
  if (name === undefined) return data
  return { ...data, [name]: amounts.includes(name) ? dice.below(1_000_000) : `Texto ${dice.below(1_000)} <b>ñ</b>` }
}

/** Lacks something, has the wrong type somewhere, or says it is something else. */
function spoilt(data: Thing, dice: Dice): Thing {
  const { id: _id, ...withoutId } = data
  const name = dice.pick(['name', 'accountId', 'number', 'amount', 'kind', 'status', 'title', 'total'].filter((each) => each in data).concat('id'))
  return dice.pick([withoutId, { ...data, [name]: { odd: true } }, { ...data, id: 'another' }])
}
