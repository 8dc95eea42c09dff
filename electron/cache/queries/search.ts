import type { Account } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** An account that was found, with the words that it was found by. */
export interface FoundAccount {
  id: string
  nameWords: string[]
  placeWords: string[]
}

interface FoundRow {
  id: string
  name: string
  place: string
}

// The index first, which then stops as soon as it has found enough.
const byWords = `
  SELECT account.id, name_words AS name, place_words AS place
  FROM account_search CROSS JOIN account ON account.rowid = account_search.rowid
  WHERE account_search MATCH ? AND account.deleted = 0 LIMIT ?`

/** @param match an expression of FTS5, see `electron/search/matchText.ts` */
export const findByWords = (db: ReadableDb, match: string, limit: number): FoundAccount[] =>
  query<[string, number], FoundRow>(db, byWords)
    .all(match, limit)
    .map(({ id, name, place }) => ({ id, nameWords: JSON.parse(name) as string[], placeWords: JSON.parse(place) as string[] }))

const byKeys = `
  SELECT account.data FROM account_search CROSS JOIN account ON account.rowid = account_search.rowid
  WHERE account_search MATCH ? AND account.deleted = 0 LIMIT ?`

/** The whole accounts. */
export const findByKeys = (db: ReadableDb, match: string, limit: number): Account[] =>
  query<[string, number], { data: string }>(db, byKeys)
    .all(match, limit)
    .map(fromData<Account>)

const byInvoices = `
  SELECT DISTINCT account_id AS accountId FROM invoice
  WHERE number_key IN (SELECT value FROM json_each(?)) AND deleted = 0 LIMIT ?`

/** The accounts of the invoices with one of these significant characters. */
export const accountsOfInvoices = (db: ReadableDb, keys: readonly string[], limit: number): string[] =>
  query<[string, number], string>(db, byInvoices).pluck().all(JSON.stringify(keys), limit)

const byBeginning = `
  SELECT DISTINCT account_id AS accountId FROM invoice WHERE number_key >= @key AND number_key < @key || char(0x10FFFF) AND deleted = 0 LIMIT @limit`

/** The same of invoices whose number begins so. */
export const accountsOfInvoicesBeginning = (db: ReadableDb, key: string, limit: number): string[] =>
  query<[{ key: string; limit: number }], string>(db, byBeginning).pluck().all({ key, limit })

const byFolios = `
  SELECT account_id FROM command WHERE local_folio IN (SELECT value FROM json_each(@folios)) AND account_id IS NOT NULL
  UNION SELECT account_id FROM request WHERE local_folio IN (SELECT value FROM json_each(@folios)) AND account_id IS NOT NULL`

/** The accounts for which something was filed under one of these folios, here or at another kiosk of the utility. */
export const accountsOfFolios = (db: ReadableDb, folios: readonly string[]): string[] =>
  query<[{ folios: string }], string>(db, byFolios)
    .pluck()
    .all({ folios: JSON.stringify(folios) })

/** The words of names and addresses. */
export const listDictionary = (db: ReadableDb): string[] => query<[], string>(db, 'SELECT word FROM account_word').pluck().all()

const stateSql = `
  SELECT printf('%d %d %d', count(*), max(id), (SELECT schema_version FROM pragma_schema_version)) FROM account_word`

/** Another after each change of the dictionary: a full load takes the place of its table, and numbers are never given again. */
export const dictionaryState = (db: ReadableDb): string => query<[], string>(db, stateSql).pluck().get() ?? ''
