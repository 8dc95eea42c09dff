import { query, statement } from '../cache/statement.ts'
import type { WritableDb } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import { isStorageFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { delayAfter, type DelayRule } from './throttle.ts'

/** Misses are forgotten when there was none for so long. */
const FORGOTTEN_AFTER = 30 * 60_000
/** Of the machine one is forgotten every so often: people who never got in add up over a day. */
const ONE_FORGOTTEN_AFTER = 5 * 60_000

/** Slows guessing down, for each who is guessed and, more slowly, for the machine at which it is done. */
export interface MissCounts<Key> {
  /** Milliseconds until the next try for this one is judged; 0 when it is now. */
  remaining(one: Key): number
  missed(one: Key): void
  /** What it counted before goes, and no more than that of the machine's: whoever has a secret of their own does not make good what they tried with those of others. */
  matched(one: Key): void
}

interface CountParts<Key> {
  db: WritableDb
  clock: Clock
  log: Log
  /** Where the counts are kept, and the column of the key. */
  table: { name: 'sign_in_throttle'; key: 'bucket' } | { name: 'clerk_throttle'; key: 'clerk' }
  /** The key that stands for the machine. */
  machine: Key
  rules: { one: DelayRule; machine: DelayRule }
}

interface Count {
  misses: number
  /** On the monotonic clock. */
  at: number
}

/**
 * Counts are kept in the database; delays are measured on the monotonic clock and start again with the program, so neither a restart nor a changed
 * wall clock shortens them. While the disk takes nothing the counts go on in memory.
 */
export function createMissCounts<Key extends string | number>({ db, clock, log, table, machine, rules }: CountParts<Key>): MissCounts<Key> {
  const { name, key } = table
  const stored = query<[], { key: Key; misses: number }>(db, `SELECT ${key} AS key, misses FROM ${name}`).all()
  const counts = new Map<Key, Count>(stored.map(({ key: counted, misses }) => [counted, { misses, at: clock.elapsed() }]))

  function missesOf(counted: Key): number {
    const count = counts.get(counted)
    const since = clock.elapsed() - (count?.at ?? 0)
    if (!count || since >= FORGOTTEN_AFTER) return 0
    return counted === machine ? Math.max(0, count.misses - Math.floor(since / ONE_FORGOTTEN_AFTER)) : count.misses
  }
  function remainingOf(counted: Key): number {
    const rule = counted === machine ? rules.machine : rules.one
    return Math.max(0, (counts.get(counted)?.at ?? 0) + delayAfter(missesOf(counted), rule) - clock.elapsed())
  }
  function keep(changed: ReadonlyMap<Key, number>): void {
    for (const [counted, misses] of changed) counts.set(counted, { misses, at: clock.elapsed() })
    try {
      inTransaction(db, () => {
        for (const entry of changed) statement<[Key, number], void>(db, `INSERT OR REPLACE INTO ${name} (${key}, misses) VALUES (?, ?)`).run(...entry)
      })
    } catch (error) {
      if (!isStorageFault(error)) throw error
      log.warn({ code: error.code }, 'failed sign-ins not stored: counted in memory only')
    }
  }
  return {
    remaining: (one) => Math.max(remainingOf(one), remainingOf(machine)),
    missed: (one) => keep(new Map([one, machine].map((counted) => [counted, missesOf(counted) + 1]))),
    matched(one) {
      const own = missesOf(one)
      const rest = new Map([
        [one, 0],
        [machine, Math.max(0, missesOf(machine) - own)],
      ])
      if (own > 0) keep(rest)
    },
  }
}
