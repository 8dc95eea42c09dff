import { describe, expect, it } from 'vitest'
import { anOrder, duplicate, must, problemOf } from '../../fixtures/printing.ts'
import { drawn, MINUTE, noPaper, setUp } from './queueWithTime.ts'

describe('copies', () => {
  it('are numbered for their invoice, and a number is never given twice', async () => {
    const { print, queue, printer } = setUp()
    expect((await print()).copyNumber).toBe(1)
    printer.meet('unreachable')
    const failed = await print({ document: duplicate('i-2') })
    expect(failed.copyNumber).toBe(1)
    const cancelled = must(queue.print(anOrder({ document: duplicate('i-3') })))
    must(queue.cancel(cancelled.id, 's-1'))
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
    const { queue, print } = setUp()
    const first = must(queue.print(anOrder()))
    must(queue.cancel(first.id, 's-1'))
    expect((await print()).id).not.toBe(first.id)
  })
})

describe('sheets', () => {
  it('of a visit are limited, and asking again for the same job is not asking for more', async () => {
    const { print, queue } = setUp({ limits: { perVisit: 2, perAccountAndDay: 20 } })
    await print()
    const second = await print({ document: duplicate('i-2') })
    expect(problemOf(queue.print(anOrder({ document: duplicate('i-3') })))).toBe('sheet-limit-visit')
    expect(must(queue.print(anOrder({ document: duplicate('i-2') }))).id).toBe(second.id)
    expect((await print({ sessionId: 's-2', document: duplicate('i-3') })).state).toBe('confirmed')
  })

  it('of an account are limited for the day, whoever asks', async () => {
    const { print, queue } = setUp({ limits: { perVisit: 6, perAccountAndDay: 1 } })
    await print()
    expect(problemOf(queue.print(anOrder({ sessionId: 's-2' })))).toBe('sheet-limit-account')
    expect((await print({ sessionId: 's-2', accountId: 'a-2', document: duplicate('i-2') })).state).toBe('confirmed')
    expect((await print({ sessionId: 's-2', businessDate: '2026-11-22' })).state).toBe('confirmed')
  })

  it('are counted when the document is drawn: too long a one fails, and cannot be tried again', async () => {
    const { print, queue, printer } = setUp({ draw: drawn(4), limits: { perVisit: 6, perAccountAndDay: 20 } })
    expect((await print()).state).toBe('confirmed')
    const long = await print({ document: duplicate('i-2') })
    expect(long).toMatchObject({ state: 'failed', problem: 'sheet-limit-visit', canRetry: false })
    expect(problemOf(queue.retry(long.id, 's-1'))).toBe('job-finished')
    expect(printer.taken).toHaveLength(1)
  })

  it('of a job cancelled in time are not counted; of one cancelled at the printer, they are', async () => {
    const { print, printer, queue, pass } = setUp({ limits: { perVisit: 1, perAccountAndDay: 20 } })
    must(queue.cancel(must(queue.print(anOrder())).id, 's-1'))
    printer.say('processing')
    const { id } = await print({ document: duplicate('i-2') })
    must(queue.cancel(id, 's-1'))
    printer.say('canceled')
    await pass(5_000)
    expect(must(queue.get(id, 's-1')).state).toBe('cancelled')
    expect(problemOf(queue.print(anOrder({ document: duplicate('i-3') })))).toBe('sheet-limit-visit')
  })

  it.each(['pending', 'connecting'] as const)('of a job cancelled at the printer while it was %s are not counted: it had not begun', async (says) => {
    const { print, printer, queue, pass } = setUp({ limits: { perVisit: 1, perAccountAndDay: 20 } })
    printer.say(says)
    const { id } = await print()
    await pass(5_000)
    must(queue.cancel(id, 's-1'))
    printer.say('canceled')
    await pass(5_000)
    expect(must(queue.get(id, 's-1')).state).toBe('cancelled')
    expect((await print({ document: duplicate('i-2') })).state).not.toBe('failed')
  })

  it('that surely were not printed are not counted; those that perhaps were, are', async () => {
    const { print, printer, queue } = setUp({ limits: { perVisit: 1, perAccountAndDay: 20 } })
    printer.meet('unreachable')
    expect((await print()).state).toBe('failed')
    printer.meet('unclear')
    expect((await print({ document: duplicate('i-2') })).state).toBe('unknown')
    expect(problemOf(queue.print(anOrder({ document: duplicate('i-3') })))).toBe('sheet-limit-visit')
  })
})

describe('whose job it is', () => {
  it('is asked before anything is told or done', async () => {
    const { print, queue } = setUp()
    const { id } = await print()
    expect(problemOf(queue.get(id, 's-2'))).toBe('not-allowed')
    expect(problemOf(queue.cancel(id, 's-2'))).toBe('not-allowed')
    expect(problemOf(queue.retry(id, 's-2'))).toBe('not-allowed')
    expect(problemOf(queue.answer(id, 's-2', { cameOut: true }))).toBe('not-allowed')
    expect(problemOf(queue.get('no-such', 's-1'))).toBe('not-found')
  })

  it('nobody is asked about a job whose end is known', async () => {
    const { print, queue, printer } = setUp()
    const { id } = await print()
    expect(problemOf(queue.answer(id, 's-1', { cameOut: false, trouble: 'nothing' }))).toBe('job-finished')
    expect(problemOf(queue.cancel(id, 's-1'))).toBe('job-finished')
    printer.meet('unclear')
    const unknown = await print({ document: duplicate('i-2') })
    expect(must(queue.answer(unknown.id, 's-1', { cameOut: true })).state).toBe('confirmed')
    expect(must(queue.answer(unknown.id, 's-1', { cameOut: true })).state).toBe('confirmed')
    expect(problemOf(queue.answer(unknown.id, 's-1', { cameOut: false }))).toBe('job-finished')
  })

  it('a session prints while its paper moves, and not while the printer waits for somebody', async () => {
    const { print, queue, printer, pass } = setUp()
    expect(queue.isPrinting('s-1')).toBe(false)
    printer.say('processing')
    await print()
    expect(queue.isPrinting('s-1')).toBe(true)
    expect(queue.isPrinting('s-2')).toBe(false)
    printer.say('processing', noPaper())
    await pass(5_000)
    expect(queue.isPrinting('s-1')).toBe(false)
    printer.say('completed')
    await pass(5_000)
    expect(queue.isPrinting('s-1')).toBe(false)
  })
})
