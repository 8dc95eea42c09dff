import { createHmac } from 'node:crypto'
import { query, statement } from '../cache/statement.ts'
import type { WritableDb } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import { isStorageFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { delayAfter } from './throttle.ts'

const LONGEST = 60_000
const OF_ONE_LOGIN = { from: 3, longest: LONGEST }
/** Whoever types wrong names for fun makes the next person wait a minute, not leave. */
const OF_THE_KIOSK = { from: 12, longest: LONGEST }
/** Misses are forgotten when there was none for so long. */
const FORGOTTEN_AFTER = 30 * 60_000
/** Of the kiosk one is forgotten every so often: people who never got in add up over a day. */
const ONE_FORGOTTEN_AFTER = 5 * 60_000

/** Logins share so many counters: what is kept names nobody. Which ones share one only this kiosk knows, so that nobody can have a login that shares another's. */
const BUCKETS = 4_096
const KIOSK = -1
const bucketIn = (secret: string, login: string): number =>
  createHmac('sha256', secret).update(login.normalize('NFC').toLowerCase()).digest().readUInt16BE() % BUCKETS

/** Slows the guessing of passwords down, for each login and, more slowly, for the kiosk. */
export interface SignInThrottle {
  /** Milliseconds until the next try with this login is sent; 0 when it is now. */
  remaining(login: string): number
  missed(login: string): void
  matched(login: string): void
}

interface ThrottleParts {
  db: WritableDb
  clock: Clock
  log: Log
  /** Of this kiosk, the same after a restart. */
  secret: string
}

interface Count {
  misses: number
  /** On the monotonic clock. */
  at: number
}

function missesLeft(bucket: number, count: Count | undefined, now: number): number {
  const since = now - (count?.at ?? 0)
  if (!count || since >= FORGOTTEN_AFTER) return 0
  return bucket === KIOSK ? Math.max(0, count.misses - Math.floor(since / ONE_FORGOTTEN_AFTER)) : count.misses
}

/**
 * Counts are kept in the database; delays are measured on the monotonic clock and start again with the program, so neither a restart nor a changed
 * wall clock shortens them. While the disk takes nothing the counts go on in memory.
 */
export function createSignInThrottle({ db, clock, log, secret }: ThrottleParts): SignInThrottle {
  const bucketOf = (login: string): number => bucketIn(secret, login)
  const stored = query<[], { bucket: number; misses: number }>(db, 'SELECT bucket, misses FROM sign_in_throttle').all()
  const counts = new Map<number, Count>(stored.map(({ bucket, misses }) => [bucket, { misses, at: clock.elapsed() }]))

  const missesOf = (bucket: number): number => missesLeft(bucket, counts.get(bucket), clock.elapsed())
  const remainingOf = (bucket: number): number => {
    const rule = bucket === KIOSK ? OF_THE_KIOSK : OF_ONE_LOGIN
    return Math.max(0, (counts.get(bucket)?.at ?? 0) + delayAfter(missesOf(bucket), rule) - clock.elapsed())
  }
  function keep(changed: ReadonlyMap<number, number>): void {
    for (const [bucket, misses] of changed) counts.set(bucket, { misses, at: clock.elapsed() })
    try {
      inTransaction(db, () => {
        for (const entry of changed)
          statement<[number, number], void>(db, 'INSERT OR REPLACE INTO sign_in_throttle (bucket, misses) VALUES (?, ?)').run(...entry)
      })
    } catch (error) {
      if (!isStorageFault(error)) throw error
      log.warn({ code: error.code }, 'failed sign-ins not stored: counted in memory only')
    }
  }
  return {
    remaining: (login) => Math.max(remainingOf(bucketOf(login)), remainingOf(KIOSK)),
    missed(login) {
      const bucket = bucketOf(login)
      keep(new Map([bucket, KIOSK].map((counted) => [counted, missesOf(counted) + 1])))
    },
    matched(login) {
      const bucket = bucketOf(login)
      const own = missesOf(bucket)
      // Whoever has a login of their own does not make good what they tried with those of others.
      if (own > 0)
        keep(
          new Map([
            [bucket, 0],
            [KIOSK, Math.max(0, missesOf(KIOSK) - own)],
          ]),
        )
    },
  }
}
