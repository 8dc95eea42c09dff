import { pino } from 'pino'
import { systemClock } from '../electron/clock.ts'
import { printerAddresses } from '../electron/config.ts'
import { printedAt } from '../electron/documents/printedOn.ts'
import { testTicket } from '../electron/documents/tickets/testTicket.ts'
import { readAllowed, readOptions, WrongOption } from '../electron/options.ts'
import { openTicketPrinter } from '../electron/printing/tickets/openTicketPrinter.ts'
import { printTest } from './printTest.ts'

const usage = `Usage: npm run ticket:test -- ADDRESS [--width 80|58]
Prints the test page on a ticket printer: tcp://10.0.0.9:9100, device:/dev/usb/lp0 or file:DIR`

const config = { allowPositionals: true, options: { width: { type: 'string', default: '80' } } } as const
const { address, width } = readOptions(usage, config, ({ positionals: [address], values }) => {
  if (values.width !== '80' && values.width !== '58') throw new WrongOption('--width must be 80 or 58')
  return { address: readAllowed('the address', printerAddresses.tickets, address), width: values.width === '58' ? 58 : 80 } as const
})

const printer = openTicketPrinter(address, { log: pino({ level: 'silent' }), clock: systemClock })
const printedOn = printedAt(systemClock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
process.exitCode = (await printTest(printer, testTicket(width, printedOn))) ? 0 : 1
