import type { ApiClient } from '../api/client.ts'
import type { CustomerKey } from '../api/customers.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import { sleep } from '../waiting.ts'

/** Milliseconds before each further try to tell the utility that somebody has left; then its own limit ends the sign-in. */
const PAUSES = [1_000, 5_000, 30_000]

/** The utility's secrets of who is signed in: in memory only, for the visit only. */
export interface CustomerKeys {
  hold(visit: string, key: CustomerKey): void
  /** Null where nobody is signed in in that visit, or the utility has no such secret. */
  of(visit: string): CustomerKey | null
  /** Forgets it, and tells the utility. */
  release(visit: string): void
  /** Tells the utility of one that nobody holds. */
  end(key: CustomerKey): void
}

export function createCustomerKeys({ api, clock, log }: { api: ApiClient['customers'] | null; clock: Clock; log: Log }): CustomerKeys {
  const held = new Map<string, CustomerKey>()

  async function signOut(key: CustomerKey): Promise<void> {
    for (const pause of [0, ...PAUSES]) {
      if (pause > 0) await sleep(clock, pause)
      const outcome = await api?.signOut(key)
      // Whatever it answered, it has heard.
      if (!outcome || outcome.ok || outcome.failure === 'refused' || outcome.failure === 'not-found') return
    }
    log.warn('utility not told of a sign-out: the sign-in ends there by its own limit')
  }
  const end = (key: CustomerKey): void => void signOut(key).catch((error: unknown) => logBug(log, 'signOut', error))
  return {
    hold: (visit, key) => void held.set(visit, key),
    of: (visit) => held.get(visit) ?? null,
    release(visit) {
      const key = held.get(visit)
      held.delete(visit)
      if (key) end(key)
    },
    end,
  }
}
