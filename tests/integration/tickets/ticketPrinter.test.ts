import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { encodeTicket } from '../../../electron/documents/tickets/encode.ts'
import { openTicketPrinter } from '../../../electron/printing/tickets/openTicketPrinter.ts'
import type { Printer, PrinterJob, Submission } from '../../../electron/printing/printer.ts'
import { renderTicket } from '../../fixtures/printing/escposText.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { startTicketPrinter, type Condition, type TicketPrinter } from '../../fixtures/printing/startTicketPrinter.ts'

/** A printer in this process answers at once. Only where a test is about silence is it waited for, as short as it names. */
const timeouts = { connect: 30_000, occupied: 30_000, answer: 30_000, quiet: 1_000, take: 30_000, mute: 300, unconfirmed: 60_000, idle: 60_000 }

let machine: TicketPrinter
let printer: Printer

async function start(condition: Partial<Condition> = {}, change: Partial<typeof timeouts> = {}): Promise<void> {
  machine = await startTicketPrinter(condition)
  printer = openTicketPrinter(machine.address, { log: silentLog, clock: systemClock, timeouts: { ...timeouts, ...change } })
}
afterEach(async () => {
  printer.close()
  await machine.stop()
})

const ticket = (words: string): Uint8Array => encodeTicket([{ kind: 'text', text: words }], 80)
const submit = (words = 'uno'): Promise<Submission> => printer.submit({ bytes: ticket(words), title: `Ventanilla ${words}` })
const printed = (): string[] => machine.tickets.map((bytes) => renderTicket(bytes, 80).text.split('\n')[0] ?? '')

/** Asks until the printer has come to that end. */
const becomes = (state: PrinterJob, words = 'uno'): Promise<void> => eventually(async () => expect(await printer.query(`Ventanilla ${words}`)).toBe(state))

describe('a printer that is well', () => {
  it('prints a ticket once, and says so behind it', async () => {
    await start()
    expect(await printer.status()).toEqual({ state: 'ready', attention: [] })
    expect(await submit()).toEqual({ outcome: 'accepted', ref: 'Ventanilla uno' })
    await becomes('completed')
    expect(printed()).toEqual(['uno'])
    expect(await printer.query('Ventanilla uno')).toBe('completed')
    expect(await printer.query('Ventanilla another')).toBe('forgotten')
  })

  it('is left to others when the ticket is out', async () => {
    await start()
    await submit()
    await becomes('completed')
    await eventually(() => expect(machine.open()).toBe(0))
  })

  it('is left to others when nobody asks for the ticket any more', async () => {
    await start({ neverConfirms: true }, { idle: 30 })
    await submit()
    await eventually(() => expect(machine.open()).toBe(0))
    expect(await printer.query('Ventanilla uno')).toBe('aborted')
  })

  it('prints what was handed over at once one after the other', async () => {
    await start({ slow: 1 })
    const both = await Promise.all(['uno', 'dos'].map(submit))
    expect(both.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
    await becomes('completed', 'dos')
    expect(printed()).toEqual(['uno', 'dos'])
  })

  it('is not taken to have printed a ticket because it has worked off the one before', async () => {
    await start({ slow: 30 }, { answer: 800, unconfirmed: 300 })
    await submit()
    machine.set({ neverConfirms: true })
    await submit('dos')
    await becomes('aborted', 'dos')
    machine.set({ neverConfirms: false, slow: 0 })
    await submit('tres')
    await becomes('completed', 'tres')
    expect(printed()).toEqual(['uno', 'dos', 'tres'])
  })

  it('prints with little paper left as with much', async () => {
    await start({ paper: 'nearEnd' })
    expect(await printer.status()).toEqual({ state: 'ready', attention: [] })
    await submit()
    await becomes('completed')
  })

  it('is processing as long as it is slow, and then done', async () => {
    await start({ slow: 60_000 })
    await submit()
    expect(await printer.query('Ventanilla uno')).toBe('processing')
    machine.set({ slow: 0 })
    await becomes('completed')
    expect(printed()).toEqual(['uno'])
  })
})

describe('a printer that wants somebody', () => {
  it.each<[string, Partial<Condition>, string]>([
    ['paper', { paper: 'out' }, 'paper'],
    ['its cover closed', { coverOpen: true }, 'cover'],
    ['its cutter freed', { error: 'cutter' }, 'jam'],
    ['a mechanic', { error: 'unrecoverable' }, 'other'],
    ['its error cleared', { error: 'recoverable' }, 'other'],
    ['to be put on line', { offline: true }, 'paused'],
  ])('for %s gets nothing until it is seen to, and then one copy', async (_, condition, attention) => {
    await start(condition)
    expect(await submit()).toEqual({ outcome: 'busy', attention })
    expect(await printer.status()).toMatchObject({ state: 'attention', attention: expect.arrayContaining([attention]) as unknown })
    expect([machine.waiting(), machine.strip().length]).toEqual([0, 0])
    machine.set({ paper: 'full', coverOpen: false, error: null, offline: false })
    expect(await submit()).toMatchObject({ outcome: 'accepted' })
    await becomes('completed')
    expect(printed()).toEqual(['uno'])
  })

  it('S08 for paper in the middle of a ticket: goes on when it has some, one copy', async () => {
    await start({ paperFor: 12 })
    expect(await submit()).toMatchObject({ outcome: 'accepted' })
    await becomes('stopped')
    expect(await printer.status()).toMatchObject({ state: 'attention', attention: ['paper'] })
    expect(await printer.cancel('Ventanilla uno')).toBe(false)
    expect(await printer.query('Ventanilla uno')).toBe('stopped')
    machine.set({ paper: 'full' })
    await becomes('completed')
    expect(printed()).toEqual(['uno'])
  })

  it('is not believed to have printed while its cover is open, though it answered behind the ticket', async () => {
    await start()
    await submit()
    await eventually(() => expect(printed()).toEqual(['uno']))
    machine.set({ coverOpen: true })
    await becomes('stopped')
    machine.set({ coverOpen: false })
    await becomes('completed')
  })
})

describe('nothing can have been printed by a printer that', () => {
  it('is switched off', async () => {
    await start({}, { occupied: 100 })
    await machine.switchOff()
    expect(await printer.status()).toEqual({ state: 'offline', attention: ['offline'] })
    expect(await submit()).toEqual({ outcome: 'unreachable' })
    await machine.switchOn()
    expect(await submit()).toMatchObject({ outcome: 'accepted' })
    await becomes('completed')
    expect(printed()).toEqual(['uno'])
  })

  it('refuses for a moment: it is waited for', async () => {
    await start()
    await machine.switchOff()
    const submission = submit()
    await machine.switchOn()
    expect(await submission).toMatchObject({ outcome: 'accepted' })
  })

  it('serves somebody else', async () => {
    await start({}, { occupied: 100 })
    const other = openTicketPrinter(machine.address, { log: silentLog, clock: systemClock, timeouts })
    machine.set({ paperFor: 5 })
    await other.submit({ bytes: ticket('otro'), title: 'otro' })
    expect(await submit()).toEqual({ outcome: 'busy' })
    expect(await printer.status()).toEqual({ state: 'busy', attention: [] })
    other.close()
  })

  it('answers what no printer answers', async () => {
    await start({ garbled: true })
    expect(await submit()).toEqual({ outcome: 'refused' })
    expect(await printer.status()).toEqual({ state: 'attention', attention: ['other'] })
    expect(machine.waiting() + machine.strip().length).toBe(0)
  })

  it('has answered before and is silent now', async () => {
    await start({}, { answer: 800 })
    await printer.status()
    machine.set({ mute: true })
    expect(await submit()).toEqual({ outcome: 'unreachable' })
    expect(await printer.status()).toEqual({ state: 'offline', attention: ['offline'] })
  })

  it('is closed here before the ticket leaves', async () => {
    await start({ mute: true })
    const submission = submit()
    await eventually(() => expect(machine.open()).toBe(1))
    printer.close()
    expect(await submission).toEqual({ outcome: 'unreachable' })
    expect(await submit()).toEqual({ outcome: 'unreachable' })
    expect(await printer.status()).toMatchObject({ state: 'offline' })
  })
})

describe('nobody knows what became of a ticket whose printer', () => {
  it('S07 dies in the middle of it', async () => {
    await start({ diesAfter: 10 })
    expect(await submit()).toMatchObject({ outcome: 'accepted' })
    await becomes('aborted')
    expect(printed()).toEqual([])
    machine.set({ diesAfter: null })
    expect(await printer.query('Ventanilla uno')).toBe('aborted')
    expect(machine.lines()).toBe(1)
  })

  it('never says how it is', async () => {
    await start({ mute: true }, { answer: 100 })
    expect(await printer.status()).toEqual({ state: 'ready', attention: [] })
    expect(await submit()).toMatchObject({ outcome: 'accepted' })
    await becomes('aborted')
    expect(printed()).toEqual(['uno'])
  })

  it('says that all is well, and never that it has worked off the ticket', async () => {
    await start({ neverConfirms: true }, { unconfirmed: 300 })
    await submit()
    expect(await printer.query('Ventanilla uno')).toBe('processing')
    await becomes('aborted')
  })

  it('begins to answer what no printer answers', async () => {
    await start({ slow: 15 })
    await submit()
    machine.set({ garbled: true })
    await becomes('aborted')
  })

  it('takes the line and reads nothing', async () => {
    await start({ hangs: true }, { answer: 100, take: 600 })
    const bytes = Buffer.alloc(24_000_000, 'A\n')
    expect(await printer.submit({ bytes, title: 'large' })).toEqual({ outcome: 'unclear' })
    expect(machine.tickets).toEqual([])
  })

  it('falls silent: unreachable, until it answers again', async () => {
    await start({ paperFor: 5 }, { answer: 800 })
    await submit()
    await becomes('stopped')
    machine.set({ mute: true })
    await becomes('unreachable')
    expect(await printer.status()).toEqual({ state: 'offline', attention: ['offline'] })
    machine.set({ mute: false })
    await becomes('stopped')
    machine.set({ paper: 'full' })
    await becomes('completed')
    expect(printed()).toEqual(['uno'])
  })

  it('is switched off with a ticket in its memory, and on again', async () => {
    await start({ paperFor: 5 })
    await submit()
    await becomes('stopped')
    await machine.switchOff()
    machine.set({ paper: 'full' })
    await machine.switchOn()
    await becomes('aborted')
    expect(printed()).toEqual([])
    expect(await submit('dos')).toMatchObject({ outcome: 'accepted' })
    await becomes('completed', 'dos')
  })
})
