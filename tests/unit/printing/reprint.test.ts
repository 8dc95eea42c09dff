import { describe, expect, it } from 'vitest'
import type { ReprintOrder } from '../../../electron/printing/staffSide.ts'
import { anAccount, anInvoice, aZone, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { duplicate, must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { settled } from './queueWithTime.ts'
import { setUp as setUpPrinting, turn } from './serviceWithTime.ts'

function setUp() {
  const under = setUpPrinting()
  putIntoCache(under.db, { zones: [aZone()], accounts: [anAccount()], invoices: [anInvoice({ id: 'i-1' })] })
  const order = (change: Partial<ReprintOrder> = {}): ReprintOrder => ({
    ...{ sessionId: 's-clerk', who: { kind: 'clerk', clerkId: 'c-1' }, reason: 'lost', note: 'Se mojó', businessDateOf: () => '2026-11-21' },
    ...change,
  })
  const ended = async (): Promise<void> => {
    while (under.service.page(null, 1)[0]?.state === 'queued') await settled()
    await settled()
  }
  return { ...under, order, ended }
}

describe('a reprint', () => {
  it('is another job with the next number, for the same account, with its reason in the audit and the words with the job', async () => {
    const { service, print, db, order, ended, sheets } = setUp()
    const { id } = await print(duplicate('i-1'))
    const again = must(service.reprint(id, order()))
    expect(again).toMatchObject({ kind: 'duplicate', reprinted: 'lost', asks: false })
    await ended()
    expect(sheets.taken).toHaveLength(2)
    expect(
      db.prepare('SELECT copy_number, account_id, session_id, who, reprint_of, reprint_reason, reprint_note FROM print_job ORDER BY seq DESC').get(),
    ).toEqual({
      ...{ copy_number: 2, account_id: 'a-1', session_id: 's-clerk', who: 'clerk:c-1', reprint_of: id, reprint_reason: 'lost', reprint_note: 'Se mojó' },
    })
    const audited = db.prepare<[], string>("SELECT detail FROM audit WHERE what = 'print.requested' ORDER BY seq DESC").pluck().get() ?? ''
    expect(JSON.parse(audited)).toMatchObject({ copyNumber: 2, reprintOf: id, reprintReason: 'lost' })
    expect(JSON.stringify(db.prepare('SELECT * FROM audit').all())).not.toContain('mojó')
  })

  it('asked for twice at once is one', async () => {
    const { service, print, order } = setUp()
    const { id } = await print(duplicate('i-1'))
    expect(must(service.reprint(id, order())).jobId).toBe(must(service.reprint(id, order())).jobId)
  })

  it('is of what has ended, is still there, and is not given once', async () => {
    const { service, print, db, order, sheets } = setUp()
    const { id: number } = await print(turn)
    expect(service.page(null, 1)).toMatchObject([{ canReprint: false }])
    expect(problemOf(service.reprint(number, order()))).toBe('not-reprintable')
    sheets.say('processing')
    const { id } = await print(duplicate('i-1'))
    expect(problemOf(service.reprint(id, order()))).toBe('job-not-finished')
    expect(problemOf(service.reprint('nobody', order()))).toBe('not-found')
    service.recover()
    expect(service.asking(9)).toMatchObject([{ jobId: id, canReprint: true }])
    // Another account's by now: it comes out for nobody.
    putIntoCache(db, { invoices: [anInvoice({ id: 'i-1', accountId: 'a-2' })] })
    expect(service.asking(9)).toMatchObject([{ canReprint: false }])
    expect(problemOf(service.reprint(id, order()))).toBe('not-reprintable')
  })

  it('is counted for its account and not for the clerk’s visit, who serves many', async () => {
    const { service, print, order, ended, pass } = setUp()
    const { id } = await print(duplicate('i-1'))
    for (let copy = 0; copy < 19; copy += 1) {
      must(service.reprint(id, order()))
      await ended()
      // A touch within a moment is the same touch.
      await pass(5_000)
    }
    expect(problemOf(service.reprint(id, order()))).toBe('sheet-limit-account')
  })
})
