import type { WritableDb } from '../../electron/cache/db.ts'
import { findAccount } from '../../electron/cache/queries/accounts.ts'
import { findInvoice, listInvoices } from '../../electron/cache/queries/invoices.ts'
import { listRequests } from '../../electron/cache/queries/requests.ts'
import { listTopics } from '../../electron/cache/queries/topics.ts'
import { listZones } from '../../electron/cache/queries/zones.ts'
import { feedTables, ownedByAccount } from '../../electron/sync/feedTables.ts'
import type { Oracle } from './oracle.ts'
import { queryByCli } from './sqliteCli.ts'

type Thing = Record<string, unknown>
/** By entity and id. */
type Holding = Record<string, Record<string, Thing>>

/** A property that the specification does not know, and that a reader must ignore. */
export const UNKNOWN_PROPERTY = 'fromTheFuture'

const withoutUnknown = ({ [UNKNOWN_PROPERTY]: _unknown, ...known }: Thing): Thing => known

/** What a database file shows: read by SQLite's own program. What carries the id of an account is seen with that account alone. */
export function holdingOfFile(file: string): Holding {
  const owned = new Set(ownedByAccount.map(({ table }) => table))
  const selects = feedTables.map(({ entity, table }) => {
    const carried = '(account_id IS NULL OR account_id IN (SELECT id FROM account WHERE deleted = 0))'
    return `SELECT '${entity}' AS entity, id, data FROM ${table} WHERE deleted = 0 ${owned.has(table) ? `AND ${carried}` : ''}`
  })
  const holding: Holding = Object.fromEntries(feedTables.map(({ entity }) => [entity, {}]))
  for (const { entity, id, data } of queryByCli<{ entity: string; id: string; data: string }>(file, selects.join(' UNION ALL '))) {
    const things = holding[entity]
    if (things) things[id] = withoutUnknown(JSON.parse(data) as Thing)
  }
  return holding
}

/** What it should show. */
export const holdingOfOracle = (oracle: Oracle): Holding =>
  Object.fromEntries(feedTables.map(({ entity }) => [entity, Object.fromEntries([...oracle.visible(entity)].map(([id, data]) => [id, withoutUnknown(data)]))]))

export const setAsideInFile = (file: string): string[] =>
  queryByCli<{ thing: string }>(file, "SELECT entity || ' ' || id AS thing FROM set_aside")
    .map(({ thing }) => thing)
    .sort()

/** The answers of the program's own queries about everything that was ever sent. */
export function answersOfQueries(db: WritableDb, oracle: Oracle): Thing {
  const accounts = oracle.everSent('account').filter((id) => findAccount(db, id))
  return {
    zones: listZones(db)
      .map(({ id }) => id)
      .sort(),
    topics: listTopics(db)
      .map(({ id }) => id)
      .sort(),
    accounts,
    invoices: oracle.everSent('invoice').filter((id) => findInvoice(db, id)),
    listed: accounts.flatMap((id) => listInvoices(db, id).map((invoice) => invoice.id)).sort(),
    requests: accounts.flatMap((id) => listRequests(db, id).map((request) => request.id)).sort(),
    balances: accounts.map((id) => findAccount(db, id)?.balance),
  }
}

/** What they should answer. */
export function answersOfOracle(oracle: Oracle): Thing {
  const seen = (entity: string): string[] => oracle.everSent(entity).filter((id) => oracle.visible(entity).has(id))
  const accounts = seen('account')
  return {
    zones: seen('zone').sort(),
    topics: seen('topic').sort(),
    accounts,
    invoices: seen('invoice'),
    listed: seen('invoice').sort(),
    requests: [...oracle.visible('request')]
      .filter(([, { accountId }]) => typeof accountId === 'string')
      .map(([id]) => id)
      .sort(),
    balances: accounts.map((id) => oracle.visible('account').get(id)?.balance),
  }
}
