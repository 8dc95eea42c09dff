import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../electron/cache/openDatabase.ts'
import { wordColumns } from '../../electron/search/accountWords.ts'
import { accountKey } from '../../shared/domain/accountNumber.ts'
import { fiscalKeyOf, paymentKeyOf } from '../../shared/domain/invoiceCodes.ts'
import { significantCharacters } from '../../shared/domain/invoiceNumber.ts'
import type { Account, Change, ChangePage, Invoice, Movement, Payment, Reading } from '../../shared/utility-api/generated/types.gen.ts'

interface Columns {
  names: string[]
  values: (data: never) => (string | null)[]
}

/** The columns of each entity in the benchmark's feed, `added` those that stand behind its data, by hand: what any program that keeps these tables must bind. */
const columns: Record<string, Columns & { added?: Columns }> = {
  account: {
    names: ['zone_id', 'number_key', 'check_digit'],
    values: (account: Account) => [account.zoneId, accountKey(account.number), account.checkDigit ?? null],
    added: { names: Object.keys(wordColumns), values: (account: Account) => Object.values(wordColumns).map((wordsOf) => wordsOf(account)) },
  },
  invoice: {
    names: ['account_id', 'number_key', 'issued_on'],
    values: (invoice: Invoice) => [invoice.accountId, significantCharacters(invoice.number), invoice.issuedOn],
    added: { names: ['payment_key', 'fiscal_key'], values: (invoice: Invoice) => [paymentKeyOf(invoice), fiscalKeyOf(invoice)] },
  },
  movement: { names: ['account_id', 'posted_on'], values: (movement: Movement) => [movement.accountId, movement.postedOn] },
  reading: { names: ['account_id', 'taken_on'], values: (reading: Reading) => [reading.accountId, reading.takenOn] },
  payment: { names: ['account_id', 'paid_on'], values: (payment: Payment) => [payment.accountId, payment.paidOn] },
}

const rowOf = ({ entity, id, rev, data }: Change): (string | number | null)[] => [
  id,
  rev,
  0,
  ...(columns[entity]?.values(data as never) ?? []),
  JSON.stringify(data),
  ...(columns[entity]?.added?.values(data as never) ?? []),
]

/** One thread: fetches a page, parses it, upserts its rows with a bare prepared statement, one transaction a page. Milliseconds. */
export async function bareDelta(databaseFile: string, baseUrl: string, from: number): Promise<number> {
  const started = performance.now()
  const db = openDatabase(databaseFile, { role: 'feed' })
  const upserts = new Map(Object.keys(columns).map((entity) => [entity, db.prepare<[unknown[]]>(upsertSql(entity))]))
  const setCursor = db.prepare('UPDATE feed_state SET cursor = ?')
  for (let cursor = String(from), more = true; more;) {
    const page = (await (await fetch(`${baseUrl}/v1/changes?cursor=${cursor}`)).json()) as ChangePage
    db.transaction(() => {
      for (const change of page.changes) upserts.get(change.entity)?.run(rowOf(change))
      setCursor.run(page.cursor)
    })()
    cursor = page.cursor
    more = page.hasMore
  }
  const took = performance.now() - started
  db.close()
  return took
}

function upsertSql(entity: string): string {
  const names = ['id', 'rev', 'deleted', ...(columns[entity]?.names ?? []), 'data', ...(columns[entity]?.added?.names ?? [])]
  const set = names.slice(1).map((name) => `${name} = excluded.${name}`)
  return `INSERT INTO ${entity} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${set.join(', ')} WHERE excluded.rev > ${entity}.rev`
}

const FIELD = '\x1f'
const RECORD = '\x1e'

/** Writes the rows of a feed as the sqlite3 shell reads them fastest (`.import --ascii`: nothing to unquote), a file per table. */
export function writeImportFiles(directory: string, changes: Iterable<Change>): void {
  mkdirSync(directory, { recursive: true })
  const waiting = new Map<string, string[]>(Object.keys(columns).map((entity) => [entity, []]))
  const flush = (entity: string, rows: string[]): void => appendFileSync(join(directory, entity), rows.splice(0).join(''))
  for (const change of changes) {
    const rows = waiting.get(change.entity)
    rows?.push(rowOf(change).join(FIELD) + RECORD)
    if (rows && rows.length === 10_000) flush(change.entity, rows)
  }
  for (const [entity, rows] of waiting) flush(entity, rows)
}

/** The sqlite3 shell: imports those files into the same tables without indexes, then builds the indexes. Milliseconds. */
export function importByShell(databaseFile: string, directory: string): number {
  const db = openDatabase(databaseFile, { role: 'feed' })
  const indexes = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").all()
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  db.close()
  const script = join(directory, 'script.sql')
  const imports = Object.keys(columns).map((entity) => `.import --ascii ${join(directory, entity)} ${entity}`)
  const settings = ['PRAGMA journal_mode = WAL;', 'PRAGMA synchronous = NORMAL;', 'PRAGMA cache_size = -65536;', 'PRAGMA wal_autocheckpoint = 20000;']
  writeFileSync(script, [...settings, ...imports, ...indexes.map(({ sql }) => `${sql};`)].join('\n'))
  const started = performance.now()
  const shell = spawnSync('sqlite3', ['-bail', databaseFile, `.read ${script}`], { encoding: 'utf8' })
  const took = performance.now() - started
  if (shell.status !== 0) throw new Error(`sqlite3 failed: ${shell.stderr}`)
  rmSync(script)
  return took
}
