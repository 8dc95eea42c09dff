import { execFile } from 'node:child_process'
import { afterEach, expect, it } from 'vitest'
import { renderTicket } from '../../fixtures/printing/escposText.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { startTicketPrinter, type Condition, type TicketPrinter } from '../../fixtures/printing/startTicketPrinter.ts'

let machine: TicketPrinter
afterEach(() => machine.stop())

/** `npm run ticket:test`, as whoever sets a printer up runs it. */
function run(...args: string[]): { said: () => string; complained: () => string; ended: Promise<number> } {
  let [said, complained] = ['', '']
  const ended = new Promise<number>((resolve) => {
    const child = execFile(process.execPath, ['scripts/test-ticket.ts', ...args], () => resolve(child.exitCode ?? -1))
    child.stdout?.on('data', (text: string) => (said += text))
    child.stderr?.on('data', (text: string) => (complained += text))
  })
  return { said: () => said, complained: () => complained, ended }
}

async function start(condition: Partial<Condition> = {}): Promise<void> {
  machine = await startTicketPrinter(condition)
}

it('prints the test page, and says when it is out', async () => {
  await start()
  const { said, ended } = run(machine.address, '--width', '58')
  expect(await ended).toBe(0)
  expect(said()).toBe('printer: ready\ntest page: completed\n')
  expect(machine.tickets.map((ticket) => renderTicket(ticket, 58).text.includes('58 mm, 32 columnas'))).toEqual([true])
})

it('says what the printer wants while it waits, and then when it is out', async () => {
  await start({ paperFor: 100 })
  const { said, ended } = run(machine.address)
  await eventually(() => expect(said()).toContain('printer wants: paper'))
  machine.set({ paper: 'full' })
  expect(await ended).toBe(0)
  expect(machine.tickets).toHaveLength(1)
})

it('says why nothing was printed', async () => {
  await start({ coverOpen: true })
  const { said, ended } = run(machine.address)
  expect(await ended).toBe(1)
  expect(said()).toBe('printer: attention cover\ntest page: busy\n')
})

it.each([[['tcp://127.0.0.1']], [['tcp://127.0.0.1:99999']], [['lp0']], [[]], [['tcp://127.0.0.1:9100', '--width', '70']], [['--wide']]])(
  '%j is named before the usage',
  async (args) => {
    const { complained, ended } = run(...args)
    expect(await ended).toBe(2)
    expect(complained()).toMatch(/^(the address|--width|Unknown option '--wide').*\nUsage: npm run ticket:test/)
  },
)
