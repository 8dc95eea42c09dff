import { describe, expect, it } from 'vitest'
import { anOrder, duplicate, must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { drawn, MINUTE, noPaper, setUp } from './queueWithTime.ts'

describe('copies', () => {
  it('are numbered for their invoice, and a number is never given twice', async () => {
    const { print, service, printer } = setUp()
    expect((await print()).copyNumber).toBe(1)
    printer.meet('unreachable')
    const failed = await print({ document: duplicate('i-2') })
    expect(failed.copyNumber).toBe(1)
    const cancelled = must(service.print(anOrder({ document: duplicate('i-3') })))
    must(service.cancel(cancelled.id, 's-1'))
    expect((await print({ document: duplicate('i-3') })).copyNumber).toBe(2)
    expect((await print({ sessionId: 's-2' })).copyNumber).toBe(2)
  })

  it('an original is printed as it is, without a number', async () => {
    const { print } = setUp({ draw: drawn(2, 'original') })
    expect(await print()).toMatchObject({ kind: 'original', copyNumber: null, sheets: 2, state: 'confirmed' })
  })
})

describe('two touches', () => {
  it('print once while the job goes on, and for a moment after', async () => {
    const { print, printer, pass } = setUp()
    printer.say('processing')
    const { id } = await print()
    await pass(MINUTE)
    expect((await print()).id).toBe(id)
    printer.say('completed')
    await pass(5_000)
    const next = await print()
    expect(next.id).not.toBe(id)
    expect((await print()).id).toBe(next.id)
    expect(printer.taken).toHaveLength(2)
  })

  it('of two invoices or two people are two wishes', async () => {
    const { print, printer } = setUp()
    const ids = [await print(), await print({ document: duplicate('i-2') }), await print({ sessionId: 's-2' })].map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(printer.taken).toHaveLength(3)
  })

  it('after a cancel is a new wish', async () => {
    const { service, print } = setUp()
    const first = must(service.print(anOrder()))
    must(service.cancel(first.id, 's-1'))
    expect((await print()).id).not.toBe(first.id)
  })
})

describe('sheets', () => {
  it('of a visit are limited, and asking again for the same job is not asking for more', async () => {
    const { print, service } = setUp({ limits: { perVisit: 2, perAccountAndDay: 20 } })
    await print()
    const second = await print({ document: duplicate('i-2') })
    expect(problemOf(service.print(anOrder({ document: duplicate('i-3') })))).toBe('sheet-limit-visit')
    expect(must(service.print(anOrder({ document: duplicate('i-2') }))).id).toBe(second.id)
    expect((await print({ sessionId: 's-2', document: duplicate('i-3') })).state).toBe('confirmed')
  })

  it('of an account are limited for the day, whoever asks', async () => {
    const { print, service } = setUp({ limits: { perVisit: 6, perAccountAndDay: 1 } })
    await print()
    expect(problemOf(service.print(anOrder({ sessionId: 's-2' })))).toBe('sheet-limit-account')
    expect((await print({ sessionId: 's-2', accountId: 'a-2', document: duplicate('i-2') })).state).toBe('confirmed')
    expect((await print({ sessionId: 's-2', businessDate: '2026-11-22' })).state).toBe('confirmed')
  })

  it('of what anybody may have are limited for the day, in all visits together, beside everything else', async () => {
    const text = (id: string) => ({ accountId: null, document: { kind: 'legalText', legalTextId: id, zoneId: 'z-1' } }) as const
    const { print, service } = setUp({ draw: (order) => drawn(20, order.document.kind)(order), limits: { perVisit: 30, perAccountAndDay: 99 } })
    await print({ ...text('t-1'), sessionId: 's-2' })
    expect((await print({ ...text('t-2'), sessionId: 's-3' })).state).toBe('confirmed')
    expect(problemOf(service.print(anOrder({ ...text('t-1'), sessionId: 's-4' })))).toBe('sheet-limit-day')
    expect((await print({ sessionId: 's-4' })).state).toBe('confirmed')
    expect((await print({ ...text('t-1'), sessionId: 's-5', businessDate: '2026-11-22' })).state).toBe('confirmed')
  })

  it('are counted when the document is drawn: too long a one fails, and cannot be tried again', async () => {
    const { print, service, printer } = setUp({ draw: drawn(4), limits: { perVisit: 6, perAccountAndDay: 20 } })
    expect((await print()).state).toBe('confirmed')
    const long = await print({ document: duplicate('i-2') })
    expect(long).toMatchObject({ state: 'failed', problem: 'sheet-limit-visit', canRetry: false })
    expect(problemOf(service.retry(long.id, 's-1'))).toBe('job-finished')
    expect(printer.taken).toHaveLength(1)
  })

  it('of a document that has more of them than a visit may print are not printed in any', async () => {
    const { print, printer } = setUp({ draw: drawn(7), limits: { perVisit: 6, perAccountAndDay: 20 } })
    expect(await print()).toMatchObject({ state: 'failed', problem: 'sheet-limit-document', canRetry: false })
    expect(printer.taken).toHaveLength(0)
  })

  it('of a job cancelled in time are not counted; of one cancelled at the printer, they are', async () => {
    const { print, printer, service, pass } = setUp({ limits: { perVisit: 1, perAccountAndDay: 20 } })
    must(service.cancel(must(service.print(anOrder())).id, 's-1'))
    printer.say('processing')
    const { id } = await print({ document: duplicate('i-2') })
    must(service.cancel(id, 's-1'))
    printer.say('canceled')
    await pass(5_000)
    expect(must(service.get(id, 's-1')).state).toBe('cancelled')
    expect(problemOf(service.print(anOrder({ document: duplicate('i-3') })))).toBe('sheet-limit-visit')
  })

  it.each(['pending', 'connecting'] as const)('of a job cancelled at the printer while it was %s are not counted: it had not begun', async (says) => {
    const { print, printer, service, pass } = setUp({ limits: { perVisit: 1, perAccountAndDay: 20 } })
    printer.say(says)
    const { id } = await print()
    await pass(5_000)
    must(service.cancel(id, 's-1'))
    printer.say('canceled')
    await pass(5_000)
    expect(must(service.get(id, 's-1')).state).toBe('cancelled')
    expect((await print({ document: duplicate('i-2') })).state).not.toBe('failed')
  })

  it('that surely were not printed are not counted; those that perhaps were, are', async () => {
    const { print, printer, service } = setUp({ limits: { perVisit: 1, perAccountAndDay: 20 } })
    printer.meet('unreachable')
    expect((await print()).state).toBe('failed')
    printer.meet('unclear')
    expect((await print({ document: duplicate('i-2') })).state).toBe('unknown')
    expect(problemOf(service.print(anOrder({ document: duplicate('i-3') })))).toBe('sheet-limit-visit')
  })
})

describe('whose job it is', () => {
  it('is asked before anything is told or done', async () => {
    const { print, service } = setUp()
    const { id } = await print()
    expect(problemOf(service.get(id, 's-2'))).toBe('not-allowed')
    expect(problemOf(service.cancel(id, 's-2'))).toBe('not-allowed')
    expect(problemOf(service.retry(id, 's-2'))).toBe('not-allowed')
    expect(problemOf(service.answer(id, 's-2', { cameOut: true }))).toBe('not-allowed')
    expect(problemOf(service.get('no-such', 's-1'))).toBe('not-found')
  })

  it('nobody is asked about a job whose end is known', async () => {
    const { print, service, printer } = setUp()
    const { id } = await print()
    expect(problemOf(service.answer(id, 's-1', { cameOut: false, trouble: 'nothing' }))).toBe('job-finished')
    expect(problemOf(service.cancel(id, 's-1'))).toBe('job-finished')
    printer.meet('unclear')
    const unknown = await print({ document: duplicate('i-2') })
    expect(must(service.answer(unknown.id, 's-1', { cameOut: true })).state).toBe('confirmed')
    expect(must(service.answer(unknown.id, 's-1', { cameOut: true })).state).toBe('confirmed')
    expect(problemOf(service.answer(unknown.id, 's-1', { cameOut: false }))).toBe('job-finished')
  })

  it('a session prints while its paper moves, and not while the printer waits for somebody', async () => {
    const { print, service, printer, pass } = setUp()
    expect(service.isPrinting('s-1')).toBe(false)
    printer.say('processing')
    await print()
    expect(service.isPrinting('s-1')).toBe(true)
    expect(service.isPrinting('s-2')).toBe(false)
    printer.say('processing', noPaper())
    await pass(5_000)
    expect(service.isPrinting('s-1')).toBe(false)
    printer.say('completed')
    await pass(5_000)
    expect(service.isPrinting('s-1')).toBe(false)
  })
})
