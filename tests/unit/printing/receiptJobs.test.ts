import { describe, expect, it } from 'vitest'
import { anOrder, duplicate, must, problemOf, receipt } from '../../fixtures/printing/printingUnderTest.ts'
import { drawn, MINUTE, setUp, settled } from './queueWithTime.ts'

const aReceipt = { document: receipt('c-1'), documentName: 'K07-20261121-00428' } as const
const receipts = (limits = { perVisit: 6, perAccountAndDay: 20 }) => setUp({ draw: (order) => drawn(1, order.document.kind)(order), limits })

describe('a receipt', () => {
  it('is a job of the command, known by its folio, and audited under it', async () => {
    const { print, db } = receipts()
    expect(await print(aReceipt)).toMatchObject({ ...aReceipt, kind: 'receipt', documentId: 'c-1', copyNumber: 1, sheets: 1, state: 'confirmed' })
    const subjects = db
      .prepare<[], string>('SELECT DISTINCT subject FROM audit')
      .pluck()
      .all()
      .map((subject) => JSON.parse(subject) as object)
    expect(subjects).toEqual([{ jobId: expect.any(String) as string, commandId: 'c-1', accountId: 'a-1' }])
  })

  it('of what was filed without an account has none', async () => {
    const { print, db } = receipts({ perVisit: 1, perAccountAndDay: 1 })
    await print({ ...aReceipt, accountId: null })
    expect((await print({ ...aReceipt, sessionId: 's-2', accountId: null, document: receipt('c-2') })).state).toBe('confirmed')
    expect(db.prepare('SELECT DISTINCT account_id FROM print_job').pluck().all()).toEqual([null])
  })

  it('prints once for two touches, also beside a duplicate of the same id', async () => {
    const { print, printer } = receipts()
    const { id } = await print(aReceipt)
    expect((await print(aReceipt)).id).toBe(id)
    expect((await print({ document: duplicate('c-1') })).id).not.toBe(id)
    expect(printer.taken).toHaveLength(2)
  })

  it('counts its copies for itself, not with those of invoices', async () => {
    const { print, pass } = receipts()
    await print({ document: duplicate('c-1') })
    const numbers = []
    for (let copy = 0; copy < 2; copy++) {
      numbers.push((await print(aReceipt)).copyNumber)
      await pass(MINUTE)
    }
    expect(numbers).toEqual([1, 2])
    expect((await print({ ...aReceipt, document: receipt('c-2') })).copyNumber).toBe(1)
  })
})

describe('limits and receipts', () => {
  it('never stand in the way of the first copy, which counts for what comes after', async () => {
    const { print, service, pass } = receipts({ perVisit: 1, perAccountAndDay: 1 })
    await print()
    expect((await print(aReceipt)).state).toBe('confirmed')
    await pass(MINUTE)
    expect(problemOf(service.print(anOrder(aReceipt)))).toBe('sheet-limit-visit')
    expect(problemOf(service.print(anOrder({ ...aReceipt, sessionId: 's-2' })))).toBe('sheet-limit-account')
    expect(problemOf(service.print(anOrder({ ...aReceipt, document: receipt('c-2') })))).toBeNull()
  })

  it('count the first copy against a duplicate', async () => {
    const { print, service } = receipts({ perVisit: 1, perAccountAndDay: 20 })
    await print(aReceipt)
    expect(problemOf(service.print(anOrder()))).toBe('sheet-limit-visit')
  })

  it('let a first copy be tried again that did not come out', async () => {
    const { print, printer, service } = receipts({ perVisit: 0, perAccountAndDay: 0 })
    printer.meet('unreachable', 'unclear')
    const failed = await print(aReceipt)
    expect(failed).toMatchObject({ state: 'failed', canRetry: true })
    must(service.retry(failed.id, 's-1'))
    await new Promise((resolve) => setImmediate(resolve))
    must(service.answer(failed.id, 's-1', { cameOut: false, trouble: 'nothing' }))
    expect(must(service.retry(failed.id, 's-1'))).toMatchObject({ kind: 'receipt', copyNumber: 2, state: 'queued' })
  })

  it('do not let a printer that never tells print it for ever', async () => {
    const { print, printer, service, job } = receipts({ perVisit: 1, perAccountAndDay: 1 })
    printer.meet('unclear', 'unclear', 'unclear')
    let { id } = await print(aReceipt)
    for (let copy = 2; copy <= 3; copy += 1) {
      must(service.answer(id, 's-1', { cameOut: false, trouble: 'nothing' }))
      const another = must(service.retry(id, 's-1'))
      expect(another.copyNumber).toBe(copy)
      id = another.id
      await settled()
      expect(job(id)).toMatchObject({ state: 'unknown', problem: null })
    }
    must(service.answer(id, 's-1', { cameOut: false, trouble: 'nothing' }))
    expect(problemOf(service.retry(id, 's-1'))).toBe('sheet-limit-visit')
  })
})
