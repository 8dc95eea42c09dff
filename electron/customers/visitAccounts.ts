import type { ApiClient } from '../api/client.ts'
import type { CustomerKey } from '../api/customers.ts'
import type { ApiFailure } from '../api/outcome.ts'
import type { AccountReaders } from '../cache/accountReaders.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import type { Counter } from '../session/counter.ts'
import { inTime } from '../waiting.ts'
import { holdAccount } from './accountPage.ts'
import type { CustomerKeys } from './customerKeys.ts'
import { createHeldAccounts, type HeldAccounts } from './heldAccounts.ts'

/** More of one customer are not read. */
const MOST_READ = 20
/** Milliseconds for one account. */
const PATIENCE = 15_000
/** So long somebody waits who has no account at this branch. */
const FIRST_WITHIN = 8_000

/** How many accounts of whoever is signed in can be shown, and how many cannot. */
interface Told {
  shown: number
  elsewhere: number
}

export interface VisitAccountsParts {
  db: ReadableDb
  databaseFile: string
  /** Null where no utility is configured. */
  api: Pick<ApiClient['customers'], 'readAccount'> | null
  counter: Pick<Counter, 'current'>
  keys: Pick<CustomerKeys, 'of'>
  clock: Clock
  log: Log
  /** One has come, or none comes any more. */
  onChanged: (told: Told) => void
}

/** The accounts of whoever is signed in that this branch's feed does not hold: read at the utility, held in memory, for the visit (decision 41). */
export interface VisitAccounts extends AccountReaders {
  /** Reads those that are missing, one after another; nothing where that is under way, or cannot be asked. */
  read(): void
  /** Waits for the first of them, or until none comes, or too long. */
  first(): Promise<void>
  /** `coming`: so many are still being read; `again`: another try may bring one that did not come. */
  standing(): { coming: number; again: boolean }
  bytesOf: HeldAccounts['bytesOf']
  /** Whoever was signed in is so no longer: nothing is left, and what still comes is dropped. */
  forget(): void
}

/** One go through the accounts that were missing. */
interface Round {
  left: Set<string>
  again: boolean
  /** Aborted with the sign-in. */
  signal: AbortSignal
  first: PromiseWithResolvers<void>
}

export function createVisitAccounts(parts: VisitAccountsParts): VisitAccounts {
  const { api, counter, keys, clock, log } = parts
  const held = createHeldAccounts(parts)
  const { missing, isMissing, tell } = watchMissing(parts, held)
  let round: Round | null = null
  let signedIn = new AbortController()

  function read(): void {
    const key = keys.of(counter.current().id)
    const wanted = missing().slice(0, MOST_READ - held.count())
    if (!api || !key || wanted.length === 0 || (round?.left.size ?? 0) > 0) return
    const mine = (round = { left: new Set(wanted), again: false, signal: signedIn.signal, first: Promise.withResolvers<void>() })
    readRound({ api, clock, log, held }, key, mine, tell).catch((error: unknown) => {
      logBug(log, 'accounts of the visit', error)
      mine.left.clear()
      mine.first.resolve()
      if (!mine.signal.aborted) tell()
    })
  }

  return {
    of: held.of,
    find: held.find,
    bytesOf: held.bytesOf,
    read,
    async first() {
      const coming = round?.first.promise
      if (coming) await inTime({ clock, milliseconds: FIRST_WITHIN }, () => coming)
    },
    standing: () => ({ coming: [...(round?.left ?? [])].filter(isMissing).length, again: round !== null && round.left.size === 0 && round.again }),
    forget() {
      signedIn.abort()
      signedIn = new AbortController()
      round?.first.resolve()
      round = null
      held.clear()
    },
  }
}

/** Which accounts of whoever is signed in cannot be shown. */
function watchMissing({ counter, onChanged }: Pick<VisitAccountsParts, 'counter' | 'onChanged'>, held: HeldAccounts) {
  const isMissing = (id: string): boolean => findAccount(held.of(id), id) === null
  function accountIds(): readonly string[] {
    const { person } = counter.current()
    return person.kind === 'customer' ? person.accountIds : []
  }
  const missing = (): string[] => accountIds().filter(isMissing)
  function tell(): void {
    const elsewhere = missing().length
    onChanged({ shown: accountIds().length - elsewhere, elsewhere })
  }
  return { missing, isMissing, tell }
}

type ReadParts = Pick<VisitAccountsParts, 'clock' | 'log'> & { api: NonNullable<VisitAccountsParts['api']>; held: HeldAccounts }

/** @param tell after each of them */
async function readRound({ api, clock, log, held }: ReadParts, key: CustomerKey, round: Round, tell: () => void): Promise<void> {
  const { left, signal, first } = round
  for (const accountId of left) {
    const outcome = await inTime({ clock, milliseconds: PATIENCE, signal }, (late) => api.readAccount(key, accountId, { signal: late }))
    if (signal.aborted) return
    left.delete(accountId)
    const bytes = outcome?.ok ? holdAccount(outcome.value, accountId) : null
    if (bytes && held.hold(accountId, bytes)) first.resolve()
    else {
      const failure = outcome?.ok ? { failure: 'unusable' as const } : (outcome ?? { failure: 'slow' as const })
      log.warn({ failure: failure.failure, status: 'status' in failure ? failure.status : undefined }, 'account of another branch not read')
      round.again ||= mayCome(failure.failure)
      if (endsAll(failure.failure)) left.clear()
    }
    if (left.size === 0) first.resolve()
    tell()
  }
}

type Why = ApiFailure['failure'] | 'slow' | 'unusable'

/** What the utility does not have, or has not as the contract says, it will not have in a minute; a sign-in that has ended there begins anew by signing in. */
const mayCome = (why: Why): boolean => !['not-found', 'refused', 'too-large', 'unusable'].includes(why)
/** The others would fare no better. */
const endsAll = (why: Why): boolean => ['unreachable', 'untrusted', 'unauthorized', 'busy', 'refused', 'slow'].includes(why)
