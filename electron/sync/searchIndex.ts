import type { WritableDb } from '../cache/db.ts'
import type { FeedState } from '../cache/queries/feed.ts'
import { statement } from '../cache/statement.ts'
import type { RunWrite } from '../cache/writerPriority.ts'
import type { Batch } from './batch.ts'
import { feedTables, widthOf } from './feedTables.ts'

/** The index of the clerks' search and the dictionary beside it, which are loaded and swapped with the accounts. */
export const INDEX = 'account_search'
export const DICTIONARY = 'account_word'

interface Target {
  accounts: string
  index: string
  dictionary: string
}

const served: Target = { accounts: 'account', index: INDEX, dictionary: DICTIONARY }
const staged: Target = { accounts: 'stage_account', index: `stage_${INDEX}`, dictionary: `stage_${DICTIONARY}` }

/** The indexed words of an account, each a JSON array. */
interface Words {
  rowid: number
  name: string
  place: string
  keys: string
}

/**
 * Writes a page, and brings the index in step with the accounts of it whose words changed: as a set, because FTS5 writes to the disk with each
 * statement that a trigger would run. Nothing while nobody can search yet: the index of a first load is built at its end. In the page's transaction.
 */
export function keepingIndex<T>(db: WritableDb, batch: Batch, { staging, complete }: FeedState, write: () => T): T {
  const ids = staging && !complete ? [] : accountsIn(batch)
  if (ids.length === 0) return write()
  const target = staging ? staged : served
  const before = wordsOf(db, target, ids)
  const written = write()
  const after = wordsOf(db, target, ids)
  const old = [...before.values()].filter((words) => !isSame(words, after.get(words.rowid)))
  remove(db, target, old)
  add(
    db,
    target,
    [...after.values()].filter((words) => !isSame(words, before.get(words.rowid))),
  )
  forgetWords(db, target, old)
  return written
}

const ACCOUNT = feedTables.findIndex(({ entity }) => entity === 'account')
const widths = feedTables.map(widthOf)

function accountsIn({ kinds, cells }: Batch): string[] {
  if (!kinds.includes(ACCOUNT)) return []
  const ids = new Set<string>()
  let at = 0
  for (const kind of kinds) {
    if (kind === ACCOUNT) ids.add(String(cells[at]))
    at += widths[kind] ?? 0
  }
  return [...ids]
}

function wordsOf(db: WritableDb, { accounts }: Target, ids: readonly string[]): Map<number, Words> {
  const sql = `SELECT rowid, name_words AS name, place_words AS place, key_words AS keys FROM ${accounts}
    WHERE id IN (SELECT value FROM json_each(?)) AND deleted = 0 AND name_words IS NOT NULL`
  return new Map(
    statement<[string], Words>(db, sql)
      .all(JSON.stringify(ids))
      .map((words) => [words.rowid, words]),
  )
}

const isSame = (one: Words, other: Words | undefined): boolean => one.name === other?.name && one.place === other.place && one.keys === other.keys

/** An index without content must be told what it is to forget. */
function remove(db: WritableDb, { index }: Target, words: readonly Words[]): void {
  if (words.length === 0) return
  const sql = `INSERT INTO ${index} (${index}, rowid, name, place, keys)
    SELECT 'delete', value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`
  statement(db, sql).run(JSON.stringify(words.map(({ rowid, name, place, keys }) => [rowid, name, place, keys])))
}

function add(db: WritableDb, { accounts, index, dictionary }: Target, words: readonly Words[]): void {
  if (words.length === 0) return
  const sql = `INSERT INTO ${index} (rowid, name, place, keys)
    SELECT rowid, name_words, place_words, key_words FROM ${accounts} WHERE rowid IN (SELECT value FROM json_each(?))`
  statement(db, sql).run(JSON.stringify(words.map(({ rowid }) => rowid)))
  statement(db, `INSERT OR IGNORE INTO ${dictionary} (word) SELECT value FROM json_each(?)`).run(JSON.stringify(dictionaryWordsIn(words)))
}

/** Deletes from the dictionary what is a word of no account now. */
function forgetWords(db: WritableDb, { index, dictionary }: Target, words: readonly Words[]): void {
  if (words.length === 0) return
  const sql = `DELETE FROM ${dictionary} WHERE word IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (SELECT 1 FROM ${index} WHERE ${index} MATCH '{name place} : "' || word || '"')`
  statement(db, sql).run(JSON.stringify(dictionaryWordsIn(words)))
}

/** Those of names and addresses that are no figures. */
function dictionaryWordsIn(words: readonly Words[]): string[] {
  const found = new Set(words.flatMap(({ name, place }) => [...(JSON.parse(name) as string[]), ...(JSON.parse(place) as string[])]))
  return [...found].filter((word) => !/[0-9]/.test(word))
}

/** Accounts whose words are indexed in one transaction: the main thread waits no longer than for a page. */
const CHUNK = 2_000

/** Indexes all that was loaded, from the beginning: after a kill the index may hold a part of it. Each chunk in a transaction of its own. */
export function buildStagedIndex(db: WritableDb, runWrite: RunWrite): void {
  runWrite(() => db.transaction(() => empty(db, staged)).immediate())
  const sql = `SELECT rowid, name_words AS name, place_words AS place, key_words AS keys FROM ${staged.accounts}
    WHERE rowid > ? AND deleted = 0 ORDER BY rowid LIMIT ${CHUNK}`
  for (let from = -1; ;) {
    const chunk = statement<[number], Words>(db, sql).all(from)
    const last = chunk.at(-1)
    if (!last) break
    runWrite(() => db.transaction(() => add(db, staged, chunk)).immediate())
    from = last.rowid
  }
  mergeSegments(db, staged, runWrite)
}

/** Pages of the index that are merged in one transaction. */
const MERGED_AT_ONCE = 500

/** Makes one segment of those that the chunks left, in steps: a term is looked for, and erased, in each of them. */
function mergeSegments(db: WritableDb, { index }: Target, runWrite: RunWrite): void {
  const changes = statement<[], number>(db, 'SELECT total_changes()').pluck()
  const merge = statement<[number], never>(db, `INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`)
  // The first, below zero, takes all segments; FTS5's documentation says by what it is known that nothing is left to do.
  for (let pages = -MERGED_AT_ONCE; ; pages = MERGED_AT_ONCE) {
    const before = changes.get() ?? 0
    runWrite(() => merge.run(pages))
    if ((changes.get() ?? 0) - before < 2) return
  }
}

/** An empty one, of the same kind as that which is served. */
export function createStagedIndex(db: WritableDb): void {
  const schema = statement<[string], string>(db, 'SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(INDEX)
  // A file of an older program, before its schema is brought up to date.
  if (schema === undefined) return
  db.exec(schema.replace(/^CREATE VIRTUAL TABLE ["']?\w+["']?/, `CREATE VIRTUAL TABLE ${staged.index}`))
  db.exec(`INSERT INTO ${staged.index} (${staged.index}, rank) VALUES ('secure-delete', 1)`)
}

/** Removes every word. */
export const emptyIndex = (db: WritableDb): void => empty(db, served)

function empty(db: WritableDb, { index, dictionary }: Target): void {
  db.exec(`INSERT INTO ${index} (${index}) VALUES ('delete-all'); DELETE FROM ${dictionary}`)
}
