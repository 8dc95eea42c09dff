import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit, type Audit } from '../../electron/audit/audit.ts'
import type { WritableDb } from '../../electron/cache/db.ts'
import { fakeClock } from '../fakes/clock.ts'
import { memoryDb } from '../fixtures/printing/printingUnderTest.ts'

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
  })
})
