import type { AccountReaders } from '../cache/accountReaders.ts'
import type { ReadableDb } from '../cache/db.ts'
import { openBeside, type ReadOnlyConnection } from '../cache/openDatabase.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { servedZones } from '../services/servedZones.ts'

interface Held {
  bytes: Uint8Array
  db: ReadOnlyConnection
}

/** Accounts that the branch's feed does not hold, each in a database of its own in memory. */
export interface HeldAccounts extends AccountReaders {
  /** False, and it is not kept, where this branch does not serve its zone: the screens know no names and rules of it. */
  hold(accountId: string, bytes: Uint8Array): boolean
  /** For a thread, which reads by a connection of its own; null where the branch's file holds the account. */
  bytesOf(accountId: string): Uint8Array | null
  count(): number
  /** Nothing is left of them. */
  clear(): void
}

export function createHeldAccounts({ db, databaseFile }: { db: ReadableDb; databaseFile: string }): HeldAccounts {
  const all = new Map<string, Held>()
  /** What the feed has brought since is read from there. */
  const find = (accountId: string): Held | null => (all.has(accountId) && !findAccount(db, accountId) ? (all.get(accountId) ?? null) : null)
  const close = ({ db: connection, bytes }: Held): void => {
    connection.close()
    bytes.fill(0)
  }
  return {
    of: (accountId) => (accountId === null ? null : find(accountId))?.db ?? db,
    find(look) {
      const inFeed = look(db) ?? null
      if (inFeed !== null) return inFeed
      for (const accountId of all.keys()) {
        const one = find(accountId)
        const found = one && (look(one.db) ?? null)
        if (found !== null) return found
      }
      return null
    },
    hold(accountId, bytes) {
      const one = { bytes, db: openBeside(bytes, databaseFile) }
      const zoneId = findAccount(one.db, accountId)?.zoneId
      const isServed = servedZones(db).some(({ id }) => id === zoneId)
      const isKept = isServed && !all.has(accountId)
      if (isKept) all.set(accountId, one)
      else close(one)
      return isKept
    },
    bytesOf: (accountId) => find(accountId)?.bytes ?? null,
    count: () => all.size,
    clear() {
      for (const one of all.values()) close(one)
      all.clear()
    },
  }
}
