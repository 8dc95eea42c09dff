import type { Clock } from '../../clock.ts'
import type { Log } from '../../log/log.ts'
import { createFilePrinter } from '../filePrinter.ts'
import type { Printer } from '../printer.ts'
import { deviceLines } from './deviceLine.ts'
import { createTicketPrinter } from './ticketPrinter.ts'
import { tcpLines } from './tcpLine.ts'
import { ticketTimeouts, type TicketTimeouts } from './timeouts.ts'

interface OpenTicketPrinterOptions {
  log: Log
  clock: Clock
  timeouts?: TicketTimeouts
}

/** Opens the printer at `tcp://host:port`, `device:/dev/…` or `file:DIR`. Contacts nobody yet. Throws for any other address. */
export function openTicketPrinter(address: string, { log, clock, timeouts = ticketTimeouts }: OpenTicketPrinterOptions): Printer {
  const [, host, port] = /^tcp:\/\/([^/:]+):(\d+)$/.exec(address) ?? []
  const parts = { name: address, timeouts, clock, log }
  if (host && port) return createTicketPrinter({ ...parts, open: tcpLines({ host, port: Number(port), clock, log }) })
  const path = address.slice(address.indexOf(':') + 1)
  if (address.startsWith('device:/')) return createTicketPrinter({ ...parts, open: deviceLines({ path, clock, log }) })
  if (address.startsWith('file:')) return createFilePrinter({ folder: path, extension: 'bin', clock, log })
  throw new Error('not an address of a ticket printer')
}
