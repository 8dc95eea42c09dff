import type { Bank } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

const kinds: readonly (Bank['kind'] | undefined)[] = ['bank', 'network', 'store']
const byName = new Intl.Collator('es').compare

/** More nobody chooses from, and a feed may bring any number. */
const MOST = 60

/** Where invoices of a zone can be paid: banks, then networks, then stores, each in order of name. */
export function listBanks(db: ReadableDb, zoneId: string): Bank[] {
  const rows = query<[], { data: string }>(db, 'SELECT data FROM bank WHERE deleted = 0').all()
  const banks = rows.map(fromData<Bank>).filter(({ zoneIds }) => zoneIds.includes(zoneId))
  return banks.sort((one, other) => rank(one) - rank(other) || byName(one.name, other.name)).slice(0, MOST)
}

export function findBank(db: ReadableDb, id: string): Bank | null {
  const row = query<[string], { data: string }>(db, 'SELECT data FROM bank WHERE id = ? AND deleted = 0').get(id)
  return row ? fromData<Bank>(row) : null
}

/** One of no kind is a bank. */
const rank = ({ kind = 'bank' }: Bank): number => kinds.indexOf(kind)
