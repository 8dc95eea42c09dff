import { describe, expect, it } from 'vitest'
import type { PrintableRef } from '../../../shared/contract/documents.ts'
import type { PrinterRole } from '../../../shared/contract/printing.ts'
import { anOrder, duplicate, must, problemOf, receipt } from '../../fixtures/printing/printingUnderTest.ts'
import { cashTicket, setUp, slip, statement, turn } from './serviceWithTime.ts'
import { MINUTE, noPaper } from './queueWithTime.ts'

describe('a paper comes out of the printer that it is made for', () => {
  it.each([
    [receipt('c-1'), 'tickets'],
    [cashTicket, 'tickets'],
    [turn, 'tickets'],
    [duplicate('i-1'), 'documents'],
    [statement, 'documents'],
    [slip, 'documents'],
  ] satisfies [PrintableRef, PrinterRole][])('%j', async (document, printer) => {
    const { print, sheets, tickets } = setUp()
    expect(await print(document)).toMatchObject({ printer, document, kind: document.kind })
    expect([sheets.taken.length, tickets.taken.length]).toEqual(printer === 'documents' ? [1, 0] : [0, 1])
  })

  it('which is the document printer for receipts and cash tickets where there is no other, and for a turn none', async () => {
    const { print, sheets } = setUp({ tickets: null })
    expect((await print(receipt('c-1'))).printer).toBe('documents')
    expect((await print(cashTicket)).printer).toBe('documents')
    expect(await print(turn)).toMatchObject({ printer: 'tickets', state: 'failed', problem: 'printer-offline', alternativePrinter: null })
    expect(sheets.taken).toHaveLength(2)
  })

  it('or of the other, where a sheet is asked for; but a turn never', async () => {
    const { print, sheets, tickets } = setUp()
    expect((await print(receipt('c-1'), 'documents')).printer).toBe('documents')
    expect((await print(turn, 'documents')).printer).toBe('tickets')
    expect([sheets.taken.length, tickets.taken.length]).toEqual([1, 1])
  })
})

describe('two printers', () => {
  it('work at the same time, each on one job after another', async () => {
    const { service, sheets, tickets, job, print } = setUp()
    sheets.say('processing')
    const first = await print(duplicate('i-1'))
    const second = must(service.print(anOrder({ document: duplicate('i-2') })))
    expect((await print(receipt('c-1'))).state).toBe('confirmed')
    expect([job(first.id).state, job(second.id).state]).toEqual(['sent', 'queued'])
    expect([sheets.taken.length, tickets.taken.length]).toEqual([1, 1])
  })

  it('are told apart when the program starts anew', async () => {
    const { service, sheets, tickets, print, db } = setUp()
    sheets.say('processing')
    tickets.say('processing')
    const jobs = [await print(duplicate('i-1')), await print(receipt('c-1'))]
    await service.stop()
    const again = setUp({ db, tickets: null })
    again.service.recover()
    expect(jobs.map(({ id }) => again.job(id).state)).toEqual(['unknown', 'unknown'])
    expect(again.sheets.taken).toEqual([])
  })

  it('count their paper apart: ten tickets a visit, whatever was printed on sheets', async () => {
    const { service, print, pass } = setUp()
    for (let count = 0; count < 10; count++) await print(receipt(`c-${count}`))
    await pass(MINUTE)
    expect(problemOf(service.print(anOrder({ document: cashTicket })))).toBe('sheet-limit-visit')
    expect((await print(duplicate('i-1'))).state).toBe('confirmed')
    expect((await print(receipt('c-99'))).state).toBe('confirmed')
  })
})

describe('turns', () => {
  it('are numbered by the day, and the number is what the person knows', async () => {
    const { service, print, pass } = setUp()
    const first = await print(turn)
    await pass(MINUTE)
    const second = await print(turn)
    await pass(MINUTE)
    const tomorrow = must(service.print(anOrder({ document: turn, businessDate: '2026-11-22' })))
    expect([first, second, tomorrow].map(({ copyNumber }) => copyNumber)).toEqual([1, 2, 1])
    expect([first, second].map(({ documentName }) => documentName)).toEqual(['A-001', 'A-002'])
  })
})

describe('what staff see and say', () => {
  it('are the jobs of both printers, newest first, without whose they are', async () => {
    const { service, tickets, print } = setUp()
    await print(duplicate('i-1'))
    tickets.meet('paper')
    tickets.say('completed', noPaper())
    await print(receipt('c-1'))
    expect(service.page(null, 50)).toMatchObject([
      { kind: 'receipt', printer: 'tickets', state: 'queued', attention: 'paper', asks: false },
      { kind: 'duplicate', printer: 'documents', state: 'confirmed', sheets: 1, askedAt: '2026-11-21T16:42:00.000Z' },
    ])
    // Its own number is drawn at random, and may hold anything.
    const told = JSON.stringify(service.page(null, 50).map((job) => ({ ...job, jobId: '' })))
    for (const secret of ['c-1', 'i-1', 'a-1', 's-1']) expect(told).not.toContain(secret)
    expect(service.page(null, 50).map(({ name }) => name)).toContain('DE 4043 2503')
  })

  it('answers for a job that nobody is there to answer for, once, and is audited as theirs', async () => {
    const { service, tickets, print, db } = setUp()
    tickets.meet('unclear')
    const { id } = await print(receipt('c-1'))
    service.endSession('s-1')
    expect(service.asking(50)).toMatchObject([{ jobId: id, state: 'unknown', cameOut: null, asks: true }])
    expect(must(service.answerAsStaff(id, false, 'staff'))).toMatchObject({ jobId: id, state: 'unknown', cameOut: 'no', asks: false })
    expect(must(service.answerAsStaff(id, true, 'clerk:c-1'))).toMatchObject({ state: 'confirmed', cameOut: 'yes', asks: false })
    expect(problemOf(service.answerAsStaff(id, false, 'staff'))).toBe('job-finished')
    expect(problemOf(service.answerAsStaff('no-such', true, 'staff'))).toBe('not-found')
    const said = db.prepare(`SELECT who, outcome FROM audit WHERE what = 'print.answered' ORDER BY seq`).all()
    expect(said).toEqual([
      { who: 'staff', outcome: 'unknown' },
      { who: 'clerk:c-1', outcome: 'confirmed' },
    ])
  })

  it('still finds what asks below many newer jobs', async () => {
    const { service, sheets, print } = setUp()
    sheets.meet('unclear')
    const { id } = await print(duplicate('i-1'))
    for (let count = 2; count <= 5; count++) await print(duplicate(`i-${count}`))
    expect(service.page(null, 2)).toHaveLength(2)
    expect(service.asking(2)).toMatchObject([{ jobId: id, asks: true }])
    expect(service.countAsking()).toBe(1)
  })
})
