import { cpSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHead, type Head } from '../../../electron/audit/head.ts'
import type { Segment } from '../../../electron/audit/segments.ts'
import { createToldHead } from '../../../electron/audit/toldHead.ts'
import { verifyAudit } from '../../../electron/audit/verify.ts'
import { backupsIn, listBackups } from '../../../electron/cache/backup.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { systemClock } from '../../../electron/clock.ts'
import { requestRecovery } from '../../../electron/recovery/files.ts'
import { deleteRow, editRow, rewriteFrom, truncate, unlock } from '../../fixtures/audit/tampering.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { damages } from '../../fixtures/storage/damage.ts'
import { createDurableKiosk, type DurableKiosk } from '../../fixtures/storage/durableKiosk.ts'

let kiosk: DurableKiosk
beforeEach(() => {
  kiosk = createDurableKiosk()
})
afterEach(() => kiosk.remove())

type Running = ReturnType<DurableKiosk['start']>

/** A run of the program. */
async function runOnce<T>(work: (running: Running) => T): Promise<T> {
  const running = kiosk.start()
  try {
    return work(running)
  } finally {
    await running.stop()
  }
}

/** The utility is told how far the audit has come. */
function tell({ db }: Running): Head {
  const head = readHead(db)!
  createToldHead({ db, dataDir: kiosk.dataDir, clock: systemClock, log: silentLog }).note(head)
  return head
}

/** Beside a start, with what keeps the table append-only away. */
function tamper(work: (db: Running['db']) => void): void {
  const db = openDatabase(kiosk.databaseFile, { role: 'durable' })
  unlock(db)
  work(db)
  db.close()
}

const verdict = (): Promise<ReturnType<typeof verifyAudit>> => runOnce(({ db }) => verifyAudit(db))
/** A break, with the hash of the row before it. */
const place = (seqs: string): unknown => expect.stringMatching(new RegExp(`^${seqs}:[0-9a-f]{64}$`))
const nothingLost: Partial<Segment> = { lost: null, breaks: [], altered: [] }

/** A day with a copy in its middle; the utility was told of its end. */
const day = (): Promise<Head> =>
  runOnce((running) => {
    running.takeCopies(20)
    running.backUp()
    running.takeCopies(15)
    return tell(running)
  })

describe('an older database in the place of this one', () => {
  it('says so in its audit, whose next numbers nobody had before, once', async () => {
    const told = await day()
    const [backup] = listBackups(backupsIn(kiosk.dataDir), '2026-11-21')
    for (const suffix of ['-wal', '-shm']) rmSync(kiosk.databaseFile + suffix, { force: true })
    cpSync(backup!, kiosk.databaseFile)
    const { segments, firstBad, rows } = await verdict()
    expect(segments).toEqual([expect.objectContaining({ ...nothingLost, what: 'audit.restored', outcome: 'database', lost: told })])
    expect(segments[0]?.seq).toBeGreaterThan(told.seq)
    expect([rows, firstBad]).toEqual([21, null])
    expect(await verdict()).toMatchObject({ rows: 21, firstBad: null })
    expect((await runOnce((running) => tell(running))).seq).toBe(segments[0]?.seq)
  })

  it('says so too where the whole directory was put back', async () => {
    await runOnce((running) => running.file(2))
    const copy = `${kiosk.dataDir}-copy`
    cpSync(kiosk.dataDir, copy, { recursive: true })
    await runOnce((running) => running.file(2))
    rmSync(kiosk.dataDir, { recursive: true })
    cpSync(copy, kiosk.dataDir, { recursive: true })
    rmSync(copy, { recursive: true })
    const { segments, firstBad } = await verdict()
    expect(segments).toEqual([expect.objectContaining({ ...nothingLost, what: 'audit.restored', outcome: 'directory' })])
    expect(firstBad).toBeNull()
    expect((await verdict()).segments).toHaveLength(1)
  })

  it('is not what S36 calls a truncated audit: that is named, also after the next start', async () => {
    const told = await day()
    tamper((db) => truncate(db, 30))
    const { segments, firstBad } = await verdict()
    expect(firstBad).toEqual({ seq: 30, flaw: 'deleted' })
    expect(segments).toMatchObject([{ what: 'audit.restored', lost: told }])
  })
})

describe('rows that are cut off while the program runs', () => {
  it('are told by a segment before another head is kept: what says so is not overwritten', async () => {
    await runOnce((running) => {
      running.takeCopies(10)
      const told = tell(running)
      unlock(running.db)
      truncate(running.db, 7)
      running.db.prepare('UPDATE audit_head SET rows = 6, seq = 6, hash = (SELECT hash FROM audit WHERE seq = 6)').run()
      running.takeCopies(1)
      tell(running)
      expect(verifyAudit(running.db).segments).toMatchObject([{ what: 'audit.restored', outcome: 'database', lost: told }])
      tell(running)
      expect(verifyAudit(running.db).segments).toHaveLength(1)
    })
  })

  it('a segment is found however its row is stored', async () => {
    await day()
    requestRecovery(kiosk.dataDir)
    await runOnce(({ db }) => {
      const { sql } = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'audit'").get() as { sql: string }
      db.exec(
        `ALTER TABLE audit RENAME TO strict_audit; ${sql.replace(/\) STRICT$/, ')').replaceAll(/ TEXT/g, ' BLOB')}; INSERT INTO audit SELECT * FROM strict_audit`,
      )
      db.exec('UPDATE audit SET what = CAST(what AS BLOB)')
      expect(verifyAudit(db)).toMatchObject({ segments: [{ what: 'audit.recovered' }], firstBad: null })
    })
  })
})

describe('a recovery', () => {
  it('of a database whose rows are all there begins a segment in which nothing is missing', async () => {
    await day()
    requestRecovery(kiosk.dataDir)
    expect(await verdict()).toMatchObject({ rows: 36, segments: [{ ...nothingLost, what: 'audit.recovered', outcome: 'whole' }], firstBad: null })
    expect(await verdict()).toMatchObject({ rows: 36, firstBad: null })
  })

  it('from a copy alone names the newest row that is known to be lost', async () => {
    const told = await day()
    damages.zeroes(kiosk.databaseFile)
    const { segments, rows, firstBad } = await verdict()
    expect(segments).toEqual([expect.objectContaining({ what: 'audit.recovered', outcome: 'incomplete', breaks: [], altered: [], lost: told })])
    expect([rows, firstBad]).toEqual([21, null])
  })

  it('names where rows stand together that did not, and which are not what was written: neither is hidden by it', async () => {
    await runOnce(({ takeCopies }) => takeCopies(30))
    tamper((db) => {
      deleteRow(db, 12)
      editRow(db, 20, 'who')
    })
    requestRecovery(kiosk.dataDir)
    const { segments, firstBad } = await verdict()
    expect(segments).toMatchObject([{ what: 'audit.recovered', outcome: 'incomplete', breaks: [place('11-13')], altered: ['20'] }])
    expect(firstBad).toBeNull()
  })

  it('vouches for what stands before such a place: rows that are written anew there are named', async () => {
    await runOnce(({ takeCopies }) => takeCopies(30))
    tamper((db) => deleteRow(db, 12))
    requestRecovery(kiosk.dataDir)
    expect((await verdict()).firstBad).toBeNull()
    tamper((db) => {
      const after = db.prepare('SELECT seq, prev, hash FROM audit WHERE seq > 11').all() as { seq: number; prev: Buffer; hash: Buffer }[]
      editRow(db, 3, 'who')
      rewriteFrom(db, 3)
      for (const { seq, prev, hash } of after) db.prepare('UPDATE audit SET prev = ?, hash = ? WHERE seq = ?').run(prev, hash, seq)
    })
    expect((await verdict()).firstBad).not.toBeNull()
  })

  it('after another names only what is new', async () => {
    await runOnce(({ takeCopies }) => takeCopies(30))
    tamper((db) => deleteRow(db, 12))
    requestRecovery(kiosk.dataDir)
    await verdict()
    tamper((db) => deleteRow(db, 22))
    requestRecovery(kiosk.dataDir)
    expect(await verdict()).toMatchObject({ segments: [{ breaks: [place('11-13')] }, { breaks: [place('21-23')] }], firstBad: null })
  })
})

it('a copy of the durable data holds the chain and the head of its moment', async () => {
  await runOnce((running) => {
    running.takeCopies(10)
    const head = readHead(running.db)
    const backup = openDatabase(running.backUp()!, { role: 'durable' })
    expect(verifyAudit(backup)).toMatchObject({ rows: 10, head, firstBad: null })
    backup.close()
  })
})
