import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { readFeedState } from '../../../electron/cache/queries/feed.ts'
import type { RunWrite } from '../../../electron/cache/writerPriority.ts'
import { toBatch } from '../../../electron/sync/batch.ts'
import { createCheckpoints } from '../../../electron/sync/checkpoints.ts'
import { createFeedWriter } from '../../../electron/sync/writing.ts'
import { changeAt } from '../../bench/feedPages.ts'
import { checkFile } from '../../model/sqliteCli.ts'

/** A first load, and a second one of other revisions, which holds a little more. */
const loads = [
  { rev: 7, changes: 400, at: '2026-11-20T16:42:00Z' },
  { rev: 1, changes: 450, at: '2026-11-21T16:42:00Z' },
] as const
type Load = (typeof loads)[number]

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sync-swap-'))))
afterAll(() => rmSync(folder, { recursive: true }))

interface Writer {
  /** The next page of the load. */
  page(load: Load): void
  startAnew(): void
}

const PAGE = 150

/** Opens the file for as long as that takes. */
function withFile<T>(file: string, work: (db: WritableDb) => T): T {
  const db = openDatabase(file, { role: 'feed' })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** The write worker's part of the sync. */
function openWriter(db: WritableDb, runWrite: RunWrite = (work) => work()): Writer {
  const log = pino({ level: 'silent' })
  const writer = createFeedWriter({ db, origin: 'here', runWrite, checkpoints: createCheckpoints(db, runWrite), report: () => undefined, log })
  return {
    page({ rev, changes, at }) {
      const { cursor } = writer.answer({ kind: 'position' })
      const from = Number(cursor ?? 0)
      const to = Math.min(from + PAGE, changes)
      const page = Array.from({ length: to - from }, (_, place) => changeAt(from + place, rev))
      const batch = toBatch(cursor, { changes: page, cursor: String(to), hasMore: to < changes, serverTime: at })
      expect(writer.answer({ kind: 'batch', batch }).accepted).toBe(true)
      writer.afterwards()
    },
    startAnew: () => void writer.answer({ kind: 'startAnew' }),
  }
}

/** Everything but the last page, which puts the load in its place. */
function loadUpToLastPage(writer: Writer, load: Load): void {
  for (let left = load.changes; left > PAGE; left -= PAGE) writer.page(load)
}

/** A file in which a load is all but whole: the first, or the second where the first is served. */
function prepare(name: string, { serving }: { serving: boolean }): string {
  const file = join(folder, name)
  withFile(file, (db) => {
    const writer = openWriter(db)
    loadUpToLastPage(writer, loads[0])
    if (!serving) return
    writer.page(loads[0])
    writer.startAnew()
    loadUpToLastPage(writer, loads[1])
  })
  return file
}

const rowsServed = (db: WritableDb): unknown =>
  db
    .prepare(
      'SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM invoice) + (SELECT count(*) FROM reading) + (SELECT count(*) FROM movement) + (SELECT count(*) FROM payment)',
    )
    .pluck()
    .get()

const standing = (db: WritableDb) => {
  const { complete, staging, cursor, asOf } = readFeedState(db)
  return { complete, staging, cursor, asOf, rows: rowsServed(db) }
}

const servedAfter = ({ changes, at }: Load) => ({ complete: true, staging: false, cursor: String(changes), asOf: at, rows: changes })

/** Tables and, under whichever of their two names, indexes. */
const schemaOf = (db: WritableDb): string[] =>
  db
    .prepare<[], string>(
      "SELECT type || ' ' || name || ' ' || substr(sql, instr(sql, '(')) FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all()
    .map((text) => text.replace('_twin ', ' '))
    .sort()

class Killed extends Error {}

/** Lets so many transactions through. */
function killAfter(transactions: number): RunWrite {
  let left = transactions
  return (work) => {
    if (left === 0) throw new Killed()
    left -= 1
    return work()
  }
}

const cases = [
  { name: 'a first load', serving: false, before: { complete: false, staging: true, cursor: null, asOf: null, rows: 0 }, load: loads[0] },
  { name: 'a load beside what is served', serving: true, before: { ...servedAfter(loads[0]), staging: true }, load: loads[1] },
]

it.each(cases)('S21 $name that is killed between any two steps of taking its place is served as it was or whole, and goes on', ({ serving, before, load }) => {
  const prepared = prepare('prepared.db', { serving })
  const schema = withFile(join(folder, 'fresh.db'), schemaOf)
  const file = join(folder, 'killed.db')
  let asBefore = 0
  // Behind the swap one step is like the other.
  for (let whole = 0; whole < 3;) {
    copyFileSync(prepared, file)
    withFile(file, (db) => expect(() => openWriter(db, killAfter(asBefore + whole)).page(load)).toThrow(Killed))
    withFile(file, (db) => {
      if (isDeepStrictEqual(standing(db), before)) asBefore += 1
      else whole += 1
      expect(standing(db)).toEqual(whole > 0 ? servedAfter(load) : before)
      openWriter(db).page(load)
      expect(standing(db)).toEqual(servedAfter(load))
      expect(schemaOf(db)).toEqual(schema)
    })
  }
  expect(asBefore).toBeGreaterThan(10)
  expect(checkFile(file, 'integrity_check')).toBe('ok')
})

it('S21 while people use the cache no transaction of a load writes much more than a page does, and others can write before the next', () => {
  const file = prepare('steps.db', { serving: true })
  const other = openDatabase(file, { role: 'durable' })
  onTestFinished(() => void other.close())
  other.pragma('busy_timeout = 0')
  const framesInLog = (): number => (other.pragma('wal_checkpoint(NOOP)') as { log: number }[])[0]?.log ?? 0
  const written: number[] = []
  withFile(file, (db) => {
    const writer = openWriter(db, (work) => {
      other.exec('BEGIN IMMEDIATE; ROLLBACK')
      const before = framesInLog()
      const value = work()
      written.push(framesInLog() - before)
      return value
    })
    written.length = 0
    writer.page(loads[1])
    expect(standing(db)).toEqual(servedAfter(loads[1]))
  })
  const [page = 0, ...steps] = written
  expect(page).toBeGreaterThan(0)
  expect(Math.max(...steps)).toBeLessThan(2 * page)
})
