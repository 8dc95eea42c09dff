import { describe, expect, it } from 'vitest'
import { anOrder, duplicate, must, receipt } from '../../fixtures/printing/printingUnderTest.ts'
import { setUp, turn } from './serviceWithTime.ts'
import { HOUR, MINUTE, noPaper, settled } from './queueWithTime.ts'

describe('S08 a ticket printer without paper', () => {
  it('is waited for without end and without a word to the disk, and then prints exactly one', async () => {
    const { tickets, print, job, pass, db } = setUp()
    tickets.meet('paper')
    tickets.say('completed', noPaper())
    const { id } = await print(receipt('c-1'))
    expect(job(id)).toMatchObject({ state: 'queued', attention: 'paper', canCancel: true, alternativePrinter: 'documents' })
    const rows = (): number => db.prepare<[], number>('SELECT count(*) FROM audit').pluck().get() ?? 0
    const before = rows()
    await pass(HOUR)
    expect(job(id)).toMatchObject({ state: 'queued', attention: 'paper' })
    expect(rows()).toBe(before)
    tickets.say('completed')
    await pass(10_000)
    expect(job(id)).toMatchObject({ state: 'confirmed', attention: null })
    expect(tickets.taken).toHaveLength(1)
  })

  it('says what it wants now, not what it wanted', async () => {
    const { tickets, print, job, pass } = setUp()
    tickets.meet('paper')
    tickets.say('completed', { state: 'attention', attention: ['cover'] })
    const { id } = await print(receipt('c-1'))
    await pass(10_000)
    expect(job(id).attention).toBe('cover')
  })

  it('lets the person cancel, and goes on to the next', async () => {
    const { service, tickets, print, job, pass } = setUp()
    tickets.meet('paper')
    tickets.say('completed', noPaper())
    const { id } = await print(receipt('c-1'))
    expect(must(service.cancel(id, 's-1')).state).toBe('cancelled')
    tickets.say('completed')
    const next = await print(receipt('c-2'))
    await pass(10_000)
    expect([job(id).state, job(next.id).state]).toEqual(['cancelled', 'confirmed'])
    expect(tickets.taken).toHaveLength(1)
  })

  it('S13 prints nothing for who has left, and does not keep the session', async () => {
    const { service, tickets, print, job, pass } = setUp()
    tickets.meet('paper')
    tickets.say('completed', noPaper())
    const { id } = await print(receipt('c-1'))
    expect(service.isPrinting('s-1')).toBe(false)
    service.endSession('s-1')
    tickets.say('completed')
    await pass(MINUTE)
    expect(job(id).state).toBe('cancelled')
    expect(tickets.taken).toEqual([])
  })

  it('S13 who left before it said so is not printed for either', async () => {
    const { service, tickets, job, pass } = setUp()
    tickets.meet('paper')
    tickets.say('completed', noPaper())
    const { id } = must(service.print(anOrder({ document: receipt('c-1') })))
    await Promise.resolve()
    service.endSession('s-1')
    while (job(id).state === 'queued') await settled()
    tickets.say('completed')
    await pass(MINUTE)
    expect(job(id).state).toBe('cancelled')
    expect(tickets.taken).toEqual([])
  })

  it('gives its ticket up to a sheet, if the person likes: one paper, not two', async () => {
    const { tickets, sheets, print, job, pass } = setUp()
    tickets.meet('paper')
    tickets.say('completed', noPaper())
    const { id } = await print(receipt('c-1'))
    const onSheet = await print(receipt('c-1'), 'documents')
    tickets.say('completed')
    await pass(MINUTE)
    expect([job(id).state, job(onSheet.id).state]).toEqual(['cancelled', 'confirmed'])
    expect([sheets.taken.length, tickets.taken.length]).toEqual([1, 0])
  })
})

describe('a sheet in place of a ticket', () => {
  it('is offered when the ticket printer is not there, and nothing was printed', async () => {
    const { tickets, sheets, print } = setUp()
    tickets.meet('unreachable')
    const failed = await print(receipt('c-1'))
    expect(failed).toMatchObject({ state: 'failed', problem: 'printer-offline', canRetry: true, alternativePrinter: 'documents' })
    expect((await print(receipt('c-1'), 'documents')).printer).toBe('documents')
    expect([sheets.taken.length, tickets.taken.length]).toEqual([1, 0])
  })

  it('is not printed beside a ticket that is coming out', async () => {
    const { tickets, sheets, print } = setUp()
    tickets.say('processing')
    const coming = await print(receipt('c-1'))
    expect(coming.alternativePrinter).toBeNull()
    expect((await print(receipt('c-1'), 'documents')).id).toBe(coming.id)
    expect(sheets.taken).toEqual([])
  })

  it('is for nothing that was made for sheets, and for no turn', async () => {
    const { sheets, tickets, print } = setUp()
    sheets.meet('unreachable')
    tickets.meet('unreachable')
    expect((await print(duplicate('i-1'))).alternativePrinter).toBeNull()
    expect((await print(turn)).alternativePrinter).toBeNull()
  })
})
