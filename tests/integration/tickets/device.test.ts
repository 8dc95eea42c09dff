import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { encodeTicket } from '../../../electron/documents/tickets/encode.ts'
import type { Printer, PrinterJob } from '../../../electron/printing/printer.ts'
import { openTicketPrinter } from '../../../electron/printing/tickets/openTicketPrinter.ts'
import { renderTicket } from '../../fixtures/printing/escposText.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { startTicketDevice, type TicketDevice } from '../../fixtures/printing/ticketDevice.ts'
import { startTicketPrinter, type Condition, type TicketPrinter } from '../../fixtures/printing/startTicketPrinter.ts'
import { findTool } from '../../fixtures/tools.ts'

const timeouts = { connect: 30_000, occupied: 100, answer: 30_000, quiet: 50, take: 30_000, mute: 300, unconfirmed: 60_000, idle: 60_000 }
const bytes = encodeTicket([{ kind: 'text', text: 'Ñandú' }], 58)
const document = { bytes, title: 'Ventanilla 1' }
const turnQuestion = Buffer.from([0x1d, 0x72, 0x01])

let printer: Printer
const openAt = (address: string, change: Partial<typeof timeouts> = {}): Printer =>
  (printer = openTicketPrinter(address, { log: silentLog, clock: systemClock, timeouts: { ...timeouts, ...change } }))
afterEach(() => printer.close())

const becomes = (state: PrinterJob): Promise<void> => eventually(async () => expect(await printer.query('Ventanilla 1')).toBe(state))

describe('a printer behind a device file', () => {
  let machine: TicketPrinter
  let device: TicketDevice

  async function start(condition: Partial<Condition> = {}): Promise<void> {
    machine = await startTicketPrinter(condition)
    device = await startTicketDevice(machine)
    openAt(device.address)
  }
  afterEach(async () => {
    await device.unplug()
    await machine.stop()
  })

  it('prints a ticket once, and says so', async () => {
    await start()
    expect(await printer.status()).toEqual({ state: 'ready', attention: [] })
    expect(await printer.submit(document)).toEqual({ outcome: 'accepted', ref: 'Ventanilla 1' })
    await becomes('completed')
    expect(machine.tickets.map((ticket) => renderTicket(ticket, 58).text.split('\n')[0])).toEqual(['Ñandú'])
  })

  it('gets nothing while it has no paper', async () => {
    await start({ paper: 'out' })
    expect(await printer.submit(document)).toEqual({ outcome: 'busy', attention: 'paper' })
    expect(machine.waiting()).toBe(0)
  })

  it('that is unplugged in the middle of a ticket leaves it unknown, and then cannot be reached', async () => {
    await start({ paperFor: 10 })
    await printer.submit(document)
    await becomes('stopped')
    await device.unplug()
    await becomes('aborted')
    expect(await printer.status()).toEqual({ state: 'offline', attention: ['offline'] })
    expect(await printer.submit(document)).toEqual({ outcome: 'unreachable' })
  })
})

describe('a pipe, which never answers', () => {
  function pipe(): string {
    const path = join(temporaryFolder(), 'pipe')
    execFileSync(findTool('mkfifo'), [path])
    return path
  }

  it('gets the ticket once; nobody knows what became of it', async () => {
    const path = pipe()
    openAt(`device:${path}`, { answer: 100 })
    expect(await printer.submit(document)).toEqual({ outcome: 'unreachable' })
    const received: Buffer[] = []
    const reader = createReadStream(path)
    reader.on('data', (data) => received.push(Buffer.from(data)))
    await eventually(async () => expect(await printer.submit(document)).toMatchObject({ outcome: 'accepted' }))
    await becomes('aborted')
    const ticket = Buffer.concat([bytes, turnQuestion])
    const all = (): Buffer => Buffer.concat(received)
    await eventually(() => expect(all().indexOf(ticket)).toBeGreaterThanOrEqual(0))
    expect(all().indexOf(ticket)).toBe(all().lastIndexOf(ticket))
    reader.destroy()
  })

  it('that nobody empties takes so much and no more: unclear, after a while', async () => {
    const path = pipe()
    const reader = await open(path, 'r+')
    openAt(`device:${path}`, { answer: 100, take: 400 })
    expect(await printer.submit({ bytes: Buffer.alloc(1_000_000, 'A\n'), title: 'large' })).toEqual({ outcome: 'unclear' })
    await reader.close()
  })
})

describe('what is no device', () => {
  it('is left alone: an ordinary file, or none', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'lp0')
    writeFileSync(file, 'kept')
    openAt(`device:${file}`)
    expect(await printer.status()).toEqual({ state: 'offline', attention: ['offline'] })
    expect(await printer.submit(document)).toEqual({ outcome: 'unreachable' })
    expect(readFileSync(file, 'utf8')).toBe('kept')
    openAt(`device:${join(folder, 'lp1')}`)
    expect(await printer.submit(document)).toEqual({ outcome: 'unreachable' })
    expect(existsSync(join(folder, 'lp1'))).toBe(false)
  })

  it.each(['tcp://printer', 'device:lp0', 'http://printer:9100', ''])('%j is no address', (address) => {
    expect(() => openTicketPrinter(address, { log: silentLog, clock: systemClock })).toThrow('not an address')
  })
})

describe('a folder as a ticket printer', () => {
  it('gets a file per ticket, whole and for its owner alone', async () => {
    const folder = join(temporaryFolder(), 'tickets')
    openAt(`file:${folder}`)
    expect(await printer.submit(document)).toMatchObject({ outcome: 'accepted' })
    const [name = '', ...others] = readdirSync(folder)
    expect([name.endsWith('.bin'), others]).toEqual([true, []])
    expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true)
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  })
})
