import { describe, expect, it } from 'vitest'
import { printTimings } from '../../../electron/printing/timings.ts'
import { duplicate } from '../../fixtures/printing/printingUnderTest.ts'
import { HOUR, MINUTE, noPaper, setUp } from './queueWithTime.ts'

const SLOWEST = printTimings.slowestPoll + 1_000

describe('a job that gets on and never ends', () => {
  it('is cancelled for who has left, and then given up: the next one is printed', async () => {
    const { printer, service, print, job, pass } = setUp()
    printer.countForEver()
    printer.say('processing')
    const { id } = await print()
    service.endSession('s-1')
    const next = await print({ sessionId: 's-2', document: duplicate('i-2') })
    await pass(printTimings.leftLongest - MINUTE)
    expect(job(id).state).toBe('sent')
    expect(printer.cancelled).toEqual([])
    await pass(MINUTE + SLOWEST)
    expect(printer.cancelled.length).toBeGreaterThan(0)
    await pass(printTimings.cancelGivenUp + SLOWEST)
    expect(job(id).state).toBe('unknown')
    expect(job(next.id, 's-2').state).toBe('sent')
  })

  it('holds no visit for long, and is given up in the end', async () => {
    const { printer, service, print, job, pass } = setUp()
    printer.countForEver()
    printer.say('processing')
    const { id } = await print()
    await pass(printTimings.endlessSaid - MINUTE)
    expect(job(id).attention).toBeNull()
    expect(service.isPrinting('s-1')).toBe(true)
    await pass(MINUTE + SLOWEST)
    expect(job(id)).toMatchObject({ state: 'sent', attention: 'slow' })
    expect(service.isPrinting('s-1')).toBe(false)
    await pass(printTimings.endlessGivenUp - printTimings.endlessSaid)
    expect(job(id)).toMatchObject({ state: 'unknown', asks: true })
  })

  it.each([
    ['is reached now and then', ['processing', 'unreachable']],
    ['stops and goes on', ['processing', 'stopped']],
  ] as const)('nor does one whose printer %s hold the queue for who has left', async (_how, states) => {
    const { printer, service, print, job, pass } = setUp()
    printer.say('processing')
    const { id } = await print()
    service.endSession('s-1')
    const deadline = printTimings.leftLongest + printTimings.cancelGivenUp + MINUTE
    for (let passed = 0, look = 0; passed < deadline; passed += 4_000, look++) {
      printer.say(states[look % 2] ?? 'processing')
      await pass(4_000)
    }
    expect(job(id).state).toBe('unknown')
  })

  it('waits for paper as long as somebody is there, whatever came out before', async () => {
    const { printer, print, job, pass } = setUp()
    printer.countForEver()
    printer.say('processing', noPaper())
    const { id } = await print()
    await pass(HOUR)
    expect(job(id)).toMatchObject({ state: 'sent', attention: 'paper' })
  })
})

describe('S48 who waits behind the job of another', () => {
  it.each([
    ['connecting', undefined, 'offline'],
    ['pending', undefined, 'waiting'],
    ['processing', undefined, 'waiting'],
    ['processing', noPaper(), 'paper'],
  ] as const)('is told within 15 s when that stays %s (%j)', async (says, status, attention) => {
    const { printer, service, print, job, pass, heard } = setUp()
    printer.say(says, status)
    await print()
    const next = await print({ sessionId: 's-2', document: duplicate('i-2') })
    await pass(15_000)
    expect(job(next.id, 's-2')).toMatchObject({ state: 'queued', attention, canCancel: true })
    expect(heard(next.id).at(-1)).toBe(`queued ${attention}`)
    expect(service.isPrinting('s-2')).toBe(false)
    service.endSession('s-2')
    expect(job(next.id, 's-2').state).toBe('cancelled')
    expect(printer.cancelled).toEqual([])
  })

  it('is told also when it counts and counts, and no more as soon as it is in work itself', async () => {
    const { printer, print, job, pass, heard } = setUp()
    printer.countForEver()
    printer.say('processing')
    await print()
    const next = await print({ sessionId: 's-2', document: duplicate('i-2') })
    expect(job(next.id, 's-2').attention).toBeNull()
    await pass(15_000)
    expect(job(next.id, 's-2')).toMatchObject({ state: 'queued', attention: 'waiting' })
    printer.say('completed')
    await pass(5_000)
    expect(job(next.id, 's-2').state).toBe('confirmed')
    expect(heard(next.id)).toEqual(['queued', 'queued waiting', 'queued', 'sent', 'sent', 'confirmed'])
  })

  it('keeps a visit while its own first sheet comes out', async () => {
    const { printer, service, print, pass } = setUp()
    printer.countForEver()
    printer.say('processing')
    await print()
    await print({ document: duplicate('i-2') })
    await pass(15_000)
    expect(service.isPrinting('s-1')).toBe(true)
  })
})
