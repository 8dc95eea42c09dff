import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readHead } from '../../../electron/audit/head.ts'
import { verifyAudit } from '../../../electron/audit/verify.ts'
import { migrate } from '../../../electron/cache/migrate.ts'
import { migrations } from '../../../electron/cache/migrations/index.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { systemClock } from '../../../electron/clock.ts'
import { openVerifiedDatabase } from '../../../electron/recovery/openVerified.ts'
import { recordRows } from '../../fixtures/audit/tampering.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'
import { unpackDataDirectory } from '../../fixtures/storage/dataDirectories.ts'
import { checkFile, queryByCli } from '../../model/sqliteCli.ts'

/** As the program of the schema before the chain left it: thousands of rows, and numbers that a recovery left out, before the last row and after it. */
function leaveUnchained(): { file: string; rows: unknown[] } {
  const file = join(temporaryFolder(), 'ventanilla.db')
  const db = new Database(file)
  migrate(
    db,
    migrations.filter(({ version }) => version < 200),
  )
  db.exec(`
    INSERT INTO audit (at, who, what, subject, printer, outcome, detail)
      WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 12345)
      SELECT '2026-11-21T10:00:00Z', 'invoiceHolder', 'print.sent', '{"jobId":"j-' || n || '"}', iif(n % 2, 'ipp://p/', NULL), iif(n % 3, 'ñ', NULL), iif(n % 5, '{"copyNumber":1}', NULL)
      FROM counted;
    UPDATE sqlite_sequence SET seq = 1012345 WHERE name = 'audit';
    INSERT INTO audit (at, who, what, subject) VALUES ('2026-11-21T11:00:00Z', 'system', 'print.ended', '{}');
    UPDATE sqlite_sequence SET seq = 1012350 WHERE name = 'audit'`)
  const rows = db.prepare('SELECT * FROM audit ORDER BY seq').all()
  db.close()
  return { file, rows }
}

it('an audit of before the chain is chained from its first row on, and every row is as it was', () => {
  const { file, rows } = leaveUnchained()
  const db = openDatabase(file, { role: 'durable' })
  expect(db.prepare('SELECT seq, at, who, what, subject, printer, outcome, detail FROM audit ORDER BY seq').all()).toEqual(rows)
  expect(verifyAudit(db)).toMatchObject({ rows: 12_346, head: { seq: 1_012_346 }, segments: [], firstBad: null })
  for (const sql of ['UPDATE audit SET who = 1', 'DELETE FROM audit', "REPLACE INTO audit (seq, at, who, what, subject) VALUES (1, '', '', '', '{}')"]) {
    expect(() => db.exec(sql), sql).toThrow('the audit is append-only')
  }
  recordRows(db, 2)
  expect(verifyAudit(db)).toMatchObject({ rows: 12_348, head: { seq: 1_012_352 }, firstBad: null })
  db.close()
  expect(checkFile(file, 'integrity_check')).toBe('ok')
})

it('two databases of the same rows get the same hashes, so that a copy of before the chain still agrees with what it was copied from', () => {
  const heads = [leaveUnchained(), leaveUnchained()].map(({ file }) => {
    const db = openDatabase(file, { role: 'durable' })
    const head = readHead(db)
    db.close()
    return head
  })
  expect(heads[0]).toEqual(heads[1])
})

it('the data directory made by 759f2a6 has all its rows in the chain', () => {
  const dataDir = join(temporaryFolder(), 'made-by-759f2a6')
  unpackDataDirectory('759f2a6', dataDir)
  const db = openVerifiedDatabase({ databaseFile: join(dataDir, 'ventanilla.db'), dataDir, clock: systemClock, log: silentLog })
  expect(verifyAudit(db)).toMatchObject({ rows: 12, head: { seq: 12 }, firstBad: null })
  db.close()
  expect(queryByCli(join(dataDir, 'ventanilla.db'), 'SELECT count(*) AS linked FROM audit AS a JOIN audit AS b ON b.prev = a.hash')).toEqual([{ linked: 11 }])
})
