import { describe, expect, it } from 'vitest'
import { printTimings } from '../../../electron/printing/timings.ts'
import { duplicate, must } from '../../fixtures/printing/printingUnderTest.ts'
import { drawn, HOUR, MINUTE, noPaper, settled, setUp } from './queueWithTime.ts'

describe('following a job', () => {
  it('S08 waits an hour for paper, and then prints exactly one copy', async () => {
    const { printer, print, job, pass, heard } = setUp()
    printer.say('processing', noPaper())
    const { id } = await print()
    await pass(HOUR)
    expect(job(id)).toMatchObject({ state: 'sent', attention: 'paper' })
    printer.say('processing')
    await pass(5_000)
    expect(job(id)).toMatchObject({ state: 'sent', attention: null })
    printer.say('completed')
    await pass(5_000)
    expect(job(id).state).toBe('confirmed')
    expect(printer.taken).toHaveLength(1)
    expect(heard(id)).toEqual(['queued', 'sent', 'sent', 'sent paper', 'sent', 'confirmed'])
  })

  it('S13 lets a moving sheet of somebody who left come out, but not wait for paper', async () => {
    const { printer, service, print, job, pass } = setUp()
    printer.say('processing')
    const { id } = await print()
    service.endSession('s-1')
    await pass(5_000)
    expect(job(id).state).toBe('sent')
    expect(printer.cancelled).toEqual([])
    printer.say('processing', noPaper())
    await pass(5_000)
    expect(printer.cancelled).toHaveLength(1)
    printer.say('canceled')
    await pass(5_000)
    expect(job(id).state).toBe('cancelled')
  })

  it('says that the printer is offline, and gives it up when it stays so', async () => {
    const { printer, print, job, pass } = setUp()
    printer.say('unreachable')
    const { id } = await print()
    await pass(1_000)
    expect(job(id).attention).toBeNull()
    await pass(8_000)
    expect(job(id)).toMatchObject({ state: 'sent', attention: 'offline' })
    await pass(printTimings.offlineGivenUp)
    expect(job(id)).toMatchObject({ state: 'unknown', asks: true })
  })

  it('is patient anew with a printer that comes back in between', async () => {
    const { printer, print, job, pass } = setUp()
    printer.say('unreachable')
    const { id } = await print()
    await pass(printTimings.offlineGivenUp - 20_000)
    printer.say('processing')
    await pass(10_000)
    expect(job(id)).toMatchObject({ state: 'sent', attention: null })
    printer.say('unreachable')
    await pass(printTimings.offlineGivenUp - 20_000)
    expect(job(id)).toMatchObject({ state: 'sent', attention: 'offline' })
  })

  it('gives up a printer that prints for ever', async () => {
    const { printer, print, job, pass } = setUp()
    printer.say('processing')
    const { id } = await print()
    await pass(printTimings.stuckGivenUp - MINUTE)
    expect(job(id).state).toBe('sent')
    await pass(2 * MINUTE)
    expect(job(id).state).toBe('unknown')
    expect(printer.cancelled).toHaveLength(1)
  })

  it.each([
    ['pending', 'waiting'],
    ['connecting', 'offline'],
    ['processing', 'slow'],
  ] as const)('S48 tells within 15 s of a job that stays %s', async (says, attention) => {
    const { printer, service, print, job, pass } = setUp()
    printer.say(says)
    const { id } = await print()
    await pass(8_000)
    expect(job(id).attention).toBeNull()
    await pass(7_000)
    expect(job(id)).toMatchObject({ state: 'sent', attention })
    expect(service.isPrinting('s-1')).toBe(false)
  })

  it('gives up a printer that does not end a cancelled job, and goes on with the next', async () => {
    const { printer, print, job, pass, service } = setUp()
    printer.say('stopped')
    const { id } = await print()
    const next = await print({ document: duplicate('i-2') })
    must(service.cancel(id, 's-1'))
    await pass(printTimings.cancelGivenUp + 5_000)
    expect(job(id).state).toBe('unknown')
    expect(printer.cancelled).toHaveLength(1)
    expect(job(next.id)).toMatchObject({ state: 'sent', attention: 'other' })
  })

  it('asks again for the end of a job whose printer did not hear it', async () => {
    const { printer, print, job, pass, service } = setUp()
    printer.say('unreachable')
    const { id } = await print()
    must(service.cancel(id, 's-1'))
    await pass(5_000)
    printer.say('processing')
    await pass(5_000)
    expect(printer.cancelled.length).toBeGreaterThan(1)
    printer.say('canceled')
    await pass(5_000)
    expect(job(id).state).toBe('cancelled')
  })
})

describe('handing over', () => {
  it('tries again while the printer is busy with others, without ever sending twice', async () => {
    const { printer, print, job, pass, audited } = setUp()
    printer.meet('busy', 'busy')
    const { id } = await print()
    expect(job(id).state).toBe('queued')
    await pass(10_000)
    expect(job(id).state).toBe('confirmed')
    expect(printer.taken).toHaveLength(1)
    expect(audited().filter((entry) => entry.startsWith('print.postponed'))).toHaveLength(2)
  })

  it('S48 tells within 15 s that a printer is busy with others, and holds no session for it', async () => {
    const { printer, service, print, job, pass } = setUp()
    printer.meet(...Array.from({ length: 15 }, () => 'busy' as const))
    printer.say('processing')
    const { id } = await print()
    await pass(8_000)
    expect(job(id).attention).toBeNull()
    await pass(7_000)
    expect(job(id)).toMatchObject({ state: 'queued', attention: 'waiting', canCancel: true })
    expect(service.isPrinting('s-1')).toBe(false)
    expect(service.needsSomebody('s-1')).toBe(false)
    await pass(30_000)
    expect(printer.taken).toHaveLength(1)
    expect(job(id).state).toBe('sent')
  })

  it('S48 prints nothing for who has left while the printer was busy with others', async () => {
    const { printer, service, print, job, pass } = setUp()
    printer.meet(...Array.from({ length: 15 }, () => 'busy' as const))
    const { id } = await print()
    await pass(15_000)
    service.endSession('s-1')
    await pass(30_000)
    expect(job(id).state).toBe('cancelled')
    expect(printer.taken).toEqual([])
  })

  it('gives up a printer that stays busy: failed, surely nothing printed', async () => {
    const { printer, print, job, pass } = setUp()
    printer.meet(...Array.from({ length: 200 }, () => 'busy' as const))
    const { id } = await print()
    await pass(printTimings.busyGivenUp + 5_000)
    expect(job(id)).toMatchObject({ state: 'failed', problem: 'printer-refused', canRetry: true })
    expect(printer.taken).toEqual([])
  })

  it('never sends again by itself what may have been sent', async () => {
    const { printer, print, job, pass } = setUp()
    printer.meet('unclear')
    const { id } = await print()
    await pass(HOUR)
    expect(job(id)).toMatchObject({ state: 'unknown', asks: true })
    expect(printer.taken).toHaveLength(1)
  })

  it.each([
    ['unreachable', 'printer-offline'],
    ['refused', 'printer-refused'],
  ] as const)('%s: failed, and the same job may be sent again under its number', async (outcome, problem) => {
    const { printer, print, job, service } = setUp()
    printer.meet(outcome)
    const { id } = await print()
    expect(job(id)).toMatchObject({ state: 'failed', problem, canRetry: true, copyNumber: 1 })
    expect(must(service.retry(id, 's-1')).id).toBe(id)
    await settled()
    expect(job(id)).toMatchObject({ state: 'confirmed', copyNumber: 1 })
  })

  it('names the job without anything of the person', async () => {
    const { printer, print } = setUp()
    const { id } = await print()
    expect(printer.taken[0]).toMatchObject({ title: `Ventanilla ${id}`, media: 'a4' })
  })
})

describe('drawing', () => {
  it('that fails ends the job, and may be tried again', async () => {
    const { print, job, printer } = setUp({ draw: () => Promise.resolve({ ok: false, problem: { code: 'document-failed' } }) })
    const { id } = await print()
    expect(job(id)).toMatchObject({ state: 'failed', problem: 'document-failed', canRetry: true })
    expect(printer.taken).toEqual([])
  })

  it('that breaks does not stop the queue', async () => {
    let first = true
    const { print, job } = setUp({
      draw: (wanted) => {
        if (first) {
          first = false
          throw new Error('a bug')
        }
        return drawn()(wanted)
      },
    })
    expect(job((await print()).id)).toMatchObject({ state: 'failed', problem: 'document-failed' })
    expect(job((await print({ document: duplicate('i-2') })).id).state).toBe('confirmed')
  })

  it('cancelled meanwhile is never sent', async () => {
    const finish: (() => void)[] = []
    const { print, job, service, printer } = setUp({
      draw: (wanted) => new Promise((resolve) => finish.push(() => void drawn()(wanted).then(resolve))),
    })
    const { id } = await print()
    expect(must(service.cancel(id, 's-1')).state).toBe('cancelled')
    finish.forEach((end) => end())
    await settled()
    expect(job(id).state).toBe('cancelled')
    expect(printer.taken).toEqual([])
  })

  it('does not keep the program from stopping', async () => {
    const { print, service, job } = setUp({ draw: () => new Promise(() => undefined) })
    const { id } = await print()
    await service.stop()
    expect(job(id).state).toBe('queued')
  })
})
