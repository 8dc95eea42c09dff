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

/** Times are on the monotonic clock, milliseconds. */
interface Count {
  misses: number
  /** The last miss. */
  at: number
  /** Since when the next one is on its way to be forgotten: it goes on while others are missed. */
  since: number
}

/**
 * Counts are kept in the database; delays are measured on the monotonic clock and start again with the program, so neither a restart nor a changed
 * wall clock shortens them. While the disk takes nothing the counts go on in memory.
 */
export function createMissCounts<Key extends string | number>({ db, clock, log, table, machine, rules }: CountParts<Key>): MissCounts<Key> {
  const { name, key } = table
  const ruleOf = (counted: Key): DelayRule => (counted === machine ? rules.machine : rules.one)
  const stored = query<[], { key: Key; misses: number }>(db, `SELECT ${key} AS key, misses FROM ${name}`).all()
  const counts = new Map<Key, Count>(stored.map(({ key: counted, misses }) => [counted, { misses, at: clock.elapsed(), since: clock.elapsed() }]))
  // An older program counted on beyond the longest delay.
  for (const [counted, count] of counts) count.misses = Math.min(count.misses, mostOf(ruleOf(counted)))

  function now(counted: Key): Count {
    const count = counts.get(counted)
    const time = clock.elapsed()
    if (!count || time - count.at >= FORGOTTEN_AFTER) return { misses: 0, at: count?.at ?? 0, since: time }
    return counted === machine ? withoutForgotten(count, time) : count
  }
  function remainingOf(counted: Key): number {
    const { at, misses } = now(counted)
    return Math.max(0, at + delayAfter(misses, ruleOf(counted)) - clock.elapsed())
  }
  /** No more than make the longest delay: what is beyond would take hours to be forgotten. */
  const oneMore = (counted: Key): Count => ({ ...now(counted), misses: Math.min(now(counted).misses + 1, mostOf(ruleOf(counted))), at: clock.elapsed() })
  const fewer = (counted: Key, good: number): Count => ({ ...now(counted), misses: Math.max(0, now(counted).misses - good) })

  function keep(changed: ReadonlyMap<Key, Count>): void {
    for (const [counted, count] of changed) counts.set(counted, count)
    try {
      inTransaction(db, () => {
        const put = statement<[Key, number], void>(db, `INSERT OR REPLACE INTO ${name} (${key}, misses) VALUES (?, ?)`)
        for (const [counted, { misses }] of changed) put.run(counted, misses)
      })
    } catch (error) {
      if (!isStorageFault(error)) throw error
      log.warn({ code: error.code }, 'failed sign-ins not stored: counted in memory only')
    }
  }
  return {
    remaining: (one) => Math.max(remainingOf(one), remainingOf(machine)),
    missed: (one) => keep(new Map([one, machine].map((counted) => [counted, oneMore(counted)]))),
    matched(one) {
      const own = now(one).misses
      if (own > 0) keep(new Map([one, machine].map((counted) => [counted, fewer(counted, own)])))
    },
  }
}

function withoutForgotten({ misses, at, since }: Count, time: number): Count {
  const forgotten = Math.floor((time - since) / ONE_FORGOTTEN_AFTER)
  // The first of some begins its own five minutes.
  return forgotten >= misses ? { misses: 0, at, since: time } : { misses: misses - forgotten, at, since: since + forgotten * ONE_FORGOTTEN_AFTER }
}

/** So many misses make the longest delay. */
const mostOf = (rule: DelayRule): number => rule.from + Math.ceil(Math.log2(rule.longest / delayAfter(rule.from, rule)))
