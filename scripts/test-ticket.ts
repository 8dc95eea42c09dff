import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { systemClock } from '../electron/clock.ts'
import { printedAt } from '../electron/documents/printedOn.ts'
import { testTicket } from '../electron/documents/tickets/testTicket.ts'
import { openTicketPrinter } from '../electron/printing/tickets/open.ts'
import { printTest } from './printTest.ts'

/** Prints the test page, for whoever sets a ticket printer up: `npm run ticket:test -- tcp://10.0.0.9:9100 --width 58`. */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { width: { type: 'string', default: '80' } } })
const [address] = positionals
if (!address || !['80', '58'].includes(values.width)) {
  console.error('usage: npm run ticket:test -- tcp://host:9100 | device:/dev/usb/lp0 | file:DIR [--width 80|58]')
  process.exit(2)
}

const printer = openTicketPrinter(address, { log: pino({ level: 'silent' }), clock: systemClock })
const printedOn = printedAt(systemClock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
process.exitCode = (await printTest(printer, testTicket(values.width === '58' ? 58 : 80, printedOn))) ? 0 : 1
