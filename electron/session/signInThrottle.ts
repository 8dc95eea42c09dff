import { createHmac } from 'node:crypto'
import type { WritableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { createMissCounts, type MissCounts } from './missCounts.ts'

const LONGEST = 60_000
const RULES = {
  one: { from: 3, longest: LONGEST },
  /** Whoever types wrong names for fun makes the next person wait a minute, not leave. */
  machine: { from: 12, longest: LONGEST },
}

/** Logins share so many counters: what is kept names nobody. Which ones share one only this kiosk knows, so that nobody can have a login that shares another's. */
const BUCKETS = 4_096
const KIOSK = -1
const bucketIn = (secret: string, login: string): number =>
  createHmac('sha256', secret).update(login.normalize('NFC').toLowerCase()).digest().readUInt16BE() % BUCKETS

/** Slows the guessing of passwords down, for each login and, more slowly, for the kiosk. */
export type SignInThrottle = MissCounts<string>

interface ThrottleParts {
  db: WritableDb
  clock: Clock
  log: Log
  /** Of this kiosk, the same after a restart. */
  secret: string
}

export function createSignInThrottle({ secret, ...parts }: ThrottleParts): SignInThrottle {
  const counts = createMissCounts<number>({ ...parts, table: { name: 'sign_in_throttle', key: 'bucket' }, machine: KIOSK, rules: RULES })
  const bucketOf = (login: string): number => bucketIn(secret, login)
  return {
    remaining: (login) => counts.remaining(bucketOf(login)),
    missed: (login) => counts.missed(bucketOf(login)),
    matched: (login) => counts.matched(bucketOf(login)),
  }
}
