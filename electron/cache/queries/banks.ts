import type { SlipRule } from '../../../shared/domain/paymentReference.ts'
import type { Bank } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

const kinds: readonly (Bank['kind'] | undefined)[] = ['bank', 'network', 'store']
const byName = new Intl.Collator('es').compare

/** More nobody chooses from, and a feed may bring any number. */
const MOST = 60

/** Where invoices of a zone can be paid: banks, then networks, then stores, each in order of name. */
export function listBanks(db: ReadableDb, zoneId: string): Bank[] {
  const banks = query<[string], { data: string }>(db, banksInOrder)
    .all(zoneId)
    .map(fromData<Bank>)
  return banks.sort((one, other) => rank(one) - rank(other) || byName(one.name, other.name))
}

/** Chosen before any is read whole. */
const banksInOrder = `
  SELECT data FROM bank WHERE deleted = 0 AND EXISTS (SELECT 1 FROM json_each(bank.data, '$.zoneIds') WHERE value = ?)
  ORDER BY CASE data ->> 'kind' WHEN 'network' THEN 1 WHEN 'store' THEN 2 ELSE 0 END, data ->> 'name' LIMIT ${MOST}`

export function findBank(db: ReadableDb, id: string): Bank | null {
  const row = query<[string], { data: string }>(db, 'SELECT data FROM bank WHERE id = ? AND deleted = 0').get(id)
  return row ? fromData<Bank>(row) : null
}

/** One of no kind is a bank. */
const rank = ({ kind = 'bank' }: Bank): number => kinds.indexOf(kind)

/** The different ways in which banks make references: there are few. */
export function listSlipRules(db: ReadableDb): SlipRule[] {
  const sql = `SELECT DISTINCT data -> 'slip' AS data FROM bank WHERE deleted = 0 AND data ->> 'slip' IS NOT NULL LIMIT ${MOST}`
  return query<[], { data: string }>(db, sql)
    .all()
    .map(fromData<SlipRule>)
}
