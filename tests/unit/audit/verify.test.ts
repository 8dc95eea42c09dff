import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../../electron/audit/audit.ts'
import { readHead } from '../../../electron/audit/head.ts'
import { findHead, verifyAudit } from '../../../electron/audit/verify.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { deleteRow, editable, editRow, insertRow, recordRows, rewriteFrom, swapRows, truncate, unlock } from '../../fixtures/audit/tampering.ts'
import { memoryDb } from '../../fixtures/printing/printingUnderTest.ts'

const db = memoryDb()
unlock(db)
afterAll(() => db.close())

function empty(): void {
  db.exec("DELETE FROM audit; DELETE FROM audit_head; DELETE FROM sqlite_sequence WHERE name = 'audit'")
}
beforeEach(empty)

const text = fc.string({ unit: 'binary', maxLength: 20 })
const optional = fc.option(text, { nil: undefined })
const entries = fc.array(fc.record({ subject: text, printer: optional, outcome: optional, detail: optional }), { minLength: 1, maxLength: 12 })

/** A chain of the program's own making, its texts of any kind; each row's subject is its own. */
function record(rows: readonly { subject: string; printer: string | undefined; outcome: string | undefined; detail: string | undefined }[]): void {
  const audit = createAudit({ db, clock: fakeClock() })
  rows.forEach(({ subject, printer, outcome, detail }, index) => {
    const given = { ...(printer !== undefined && { printer }), ...(outcome !== undefined && { outcome }), ...(detail !== undefined && { detail: { detail } }) }
    audit.record({ who: 'system', what: 'print.sent', subject: { jobId: `${index} ${subject}` }, ...given })
  })
}

/** One thing done to a chain of so many rows, and what has to be said of it. */
const tamperings = {
  edit: fc.tuple(fc.nat(), fc.constantFrom(...editable)).map(([at, column]) => (rows: number) => {
    const seq = 1 + (at % rows)
    editRow(db, seq, column)
    return { seq, flaw: 'edited' }
  }),
  deletion: fc.tuple(fc.nat(), fc.boolean()).map(([at, closesGap]) => (rows: number) => {
    const seq = 1 + (at % rows)
    deleteRow(db, seq, { closesGap })
    return { seq, flaw: seq === rows ? 'truncated' : 'deleted' }
  }),
  insertion: fc.tuple(fc.nat(), fc.constantFrom('noise' as const, 'follows' as const, 'fits' as const)).map(([at, chain]) => (rows: number) => {
    const seq = 1 + (at % (rows + 1))
    insertRow(db, seq, chain)
    return { seq, flaw: 'inserted' }
  }),
  swap: fc.tuple(fc.nat(), fc.nat(), fc.boolean()).map(([at, further, chain]) => (rows: number) => {
    fc.pre(rows > 1)
    const seq = 1 + (at % (rows - 1))
    swapRows(db, seq, seq + 1 + (further % (rows - seq)), { chain })
    return { seq, flaw: 'reordered' }
  }),
  truncation: fc.nat().map((at) => (rows: number) => {
    const seq = 1 + (at % rows)
    truncate(db, seq)
    return { seq, flaw: 'truncated' }
  }),
}

describe('S36 the audit', () => {
  it('as the program wrote it is whole, whatever it says', () => {
    expect(verifyAudit(db)).toEqual({ rows: 0, head: null, segments: [], firstBad: null })
    fc.assert(
      fc.property(entries, (rows) => {
        empty()
        record(rows)
        expect(verifyAudit(db)).toMatchObject({ rows: rows.length, head: { seq: rows.length }, firstBad: null })
      }),
    )
  })

  it.each(Object.entries(tamperings))('of which one row fell victim to an %s names it as the first bad one', (_what, tampering) => {
    fc.assert(
      fc.property(entries, tampering, (rows, tamper) => {
        empty()
        record(rows)
        const expected = tamper(rows.length)
        expect(verifyAudit(db).firstBad).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('names a row that was given another number', () => {
    recordRows(db, 8)
    db.exec('UPDATE audit SET seq = 50 WHERE seq = 5')
    expect(verifyAudit(db).firstBad).toEqual({ seq: 5, flaw: 'reordered' })
  })

  it('names a row that was edited and given the hash that fits, which the next one does not follow', () => {
    recordRows(db, 8)
    editRow(db, 4, 'who')
    const before = db.prepare<[], [number, Buffer, Buffer]>('SELECT seq, prev, hash FROM audit WHERE seq > 4').raw().all()
    const head = db.prepare<[], Buffer>('SELECT hash FROM audit_head').pluck().get()
    rewriteFrom(db, 4)
    for (const [seq, prev, hash] of before) db.prepare('UPDATE audit SET prev = ?, hash = ? WHERE seq = ?').run(prev, hash, seq)
    db.prepare('UPDATE audit_head SET hash = ?').run(head)
    expect(verifyAudit(db).firstBad).toEqual({ seq: 4, flaw: 'edited' })
  })

  it('of which the end was cut off names it also after the program has gone on', () => {
    recordRows(db, 8)
    truncate(db, 6)
    recordRows(db, 2)
    expect(verifyAudit(db).firstBad).toEqual({ seq: 6, flaw: 'deleted' })
  })

  it('says so when the count and the head beside it were taken away, also after the program has gone on', () => {
    recordRows(db, 3)
    db.exec('DELETE FROM audit_head')
    expect(verifyAudit(db).firstBad).toEqual({ seq: 3, flaw: 'miscounted' })
    recordRows(db, 1)
    expect(verifyAudit(db).firstBad).toEqual({ seq: 4, flaw: 'miscounted' })
  })

  it('is believed whole where everything was written anew, and no longer holds the head that was told before', () => {
    recordRows(db, 8)
    const told = readHead(db)!
    expect(findHead(db, told.hash)).toBe(8)
    editRow(db, 4, 'who')
    rewriteFrom(db, 4)
    expect(verifyAudit(db).firstBad).toBeNull()
    expect(findHead(db, told.hash)).toBeNull()
  })
})
