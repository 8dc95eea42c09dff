import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit, type Audit } from '../../../electron/audit/audit.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { readHead } from '../../../electron/audit/head.ts'
import { verifyAudit } from '../../../electron/audit/verify.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { memoryDb } from '../../fixtures/printing/printingUnderTest.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'
import { run } from '../../fixtures/tools.ts'

let db: WritableDb
let audit: Audit
beforeEach(() => {
  db = memoryDb()
  audit = createAudit({ db, clock: fakeClock('2026-11-21T16:42:00Z') })
})
afterEach(() => db.close())

const saved = { who: 'invoiceHolder', what: 'document.saved', subject: { invoiceId: 'i-1' } } as const
const rows = () => db.prepare('SELECT * FROM audit ORDER BY seq').all()

describe('the audit', () => {
  it('keeps who did what to which thing, when, where, and how it ended', () => {
    audit.record({ ...saved, printer: 'ipp://printer:631/ipp/print', outcome: 'confirmed', detail: { copyNumber: 2, sheets: null } })
    audit.record(saved)
    expect(rows()).toEqual([
      {
        seq: 1,
        at: '2026-11-21T16:42:00.000Z',
        who: 'invoiceHolder',
        what: 'document.saved',
        subject: '{"invoiceId":"i-1"}',
        printer: 'ipp://printer:631/ipp/print',
        outcome: 'confirmed',
        detail: '{"copyNumber":2,"sheets":null}',
        prev: Buffer.alloc(32),
        hash: expect.any(Buffer) as Buffer,
      },
      expect.objectContaining({ seq: 2, printer: null, outcome: null, detail: null }),
    ])
  })

  it.each([
    `UPDATE audit SET who = 'nobody'`,
    `DELETE FROM audit`,
    `REPLACE INTO audit (seq, at, who, what, subject) VALUES (1, 'x', 'x', 'x', '{}')`,
    `INSERT INTO audit (seq, at, who, what, subject) VALUES (1, 'x', 'x', 'x', '{}') ON CONFLICT DO UPDATE SET who = 'nobody'`,
  ])('refuses %s', (sql) => {
    audit.record(saved)
    const before = rows()
    expect(() => db.exec(sql)).toThrow('the audit is append-only')
    expect(rows()).toEqual(before)
  })

  it('is rolled back with the action that it records', () => {
    const action = db.transaction(() => {
      audit.record(saved)
      throw new Error('the action failed')
    })
    expect(action).toThrow('the action failed')
    expect(rows()).toEqual([])
    audit.record(saved)
    expect(verifyAudit(db)).toMatchObject({ rows: 1, firstBad: null })
  })

  it('bears hashes that anybody can compute from what it says', () => {
    audit.record({ ...saved, outcome: 'ñandú', detail: { copyNumber: 2 } })
    audit.record(saved)
    const [first, second] = db.prepare<[], Buffer>('SELECT hash FROM audit ORDER BY seq').pluck().all()
    const head = '24:2026-11-21T16:42:00.000Z13:invoiceHolder14:document.saved19:{"invoiceId":"i-1"}-'
    expect(first?.toString('hex')).toBe(sha256(Buffer.alloc(32), `1:1${head}7:ñandú16:{"copyNumber":2}`))
    expect(second?.toString('hex')).toBe(sha256(first!, `1:2${head}--`))
    expect(readHead(db)).toEqual({ seq: 2, hash: second?.toString('hex') })
  })

  it('is one chain, whichever of two connections writes', () => {
    const file = join(temporaryFolder(), 'ventanilla.db')
    const opened = [1, 2].map(() => openDatabase(file, { role: 'durable' }))
    const audits = opened.map((each) => createAudit({ db: each, clock: fakeClock() }))
    for (let times = 0; times < 10; times += 1) audits[times % 2]?.record(saved)
    expect(opened.map((each) => verifyAudit(each))).toEqual([1, 2].map(() => expect.objectContaining({ rows: 10, firstBad: null }) as object))
    opened.forEach((each) => each.close())
  })
})

/** By a program that knows nothing of ours. */
function sha256(prev: Uint8Array, text: string): string {
  const file = join(temporaryFolder(), 'row')
  writeFileSync(file, Buffer.concat([prev, Buffer.from(text)]))
  return run('sha256sum', file).slice(0, 64)
}
