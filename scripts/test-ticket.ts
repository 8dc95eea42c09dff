import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { systemClock } from '../electron/clock.ts'
import { printedAt } from '../electron/documents/printedOn.ts'
import { testTicket } from '../electron/documents/tickets/testTicket.ts'
import { openTicketPrinter } from '../electron/printing/tickets/open.ts'
import type { PrinterJob } from '../electron/printing/printer.ts'

/** Prints the test page, for whoever sets a ticket printer up: `npm run ticket:test -- tcp://10.0.0.9:9100 --width 58`. */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { width: { type: 'string', default: '80' } } })
const [address] = positionals
if (!address || !['80', '58'].includes(values.width)) {
  console.error('usage: npm run ticket:test -- tcp://host:9100 | device:/dev/usb/lp0 | file:DIR [--width 80|58]')
  process.exit(2)
}

const printer = openTicketPrinter(address, { log: pino({ level: 'silent' }), clock: systemClock })
const said = await printer.status()
console.log(`printer: ${[said.state, ...said.attention].join(' ')}`)
const ended = await print()
console.log(`test page: ${ended}`)
printer.close()
process.exitCode = ended === 'completed' ? 0 : 1

async function print(): Promise<string> {
  const printedOn = printedAt(systemClock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
  const bytes = testTicket(values.width === '58' ? 58 : 80, printedOn)
  const submission = await printer.submit({ bytes, title: 'Ventanilla test page' })
  return submission.outcome === 'accepted' ? follow(submission.ref) : submission.outcome
}

/** Until it is out, or nobody can tell. */
async function follow(ref: string): Promise<PrinterJob> {
  for (let before = ''; ; ) {
    const job = await printer.query(ref)
    if (!['processing', 'stopped'].includes(job)) return job
    const wants = (await printer.status()).attention.join(' ')
    if (wants !== before && wants !== '') console.log(`printer wants: ${wants}`)
    before = wants
    await new Promise<void>((resolve) => systemClock.after(500, resolve))
  }
}
