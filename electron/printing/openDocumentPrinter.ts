import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { createFilePrinter } from './filePrinter.ts'
import type { IppTimeouts } from './ipp/exchange.ts'
import { createIppPrinter } from './ipp/ippPrinter.ts'
import type { Printer } from './printer.ts'

interface OpenPrinterOptions {
  log: Log
  clock: Clock
  /** Certificate authorities for `ipps:`, PEM. */
  ca?: string
  timeouts?: IppTimeouts
}

/**
 * Opens the printer at `ipp://host:port/path`, `ipps://…`, `cups:NAME` or `file:DIR`. Contacts nobody yet. Throws for any other
 * address.
 */
export function openDocumentPrinter(address: string, options: OpenPrinterOptions): Printer {
  const scheme = address.slice(0, address.indexOf(':'))
  const rest = address.slice(scheme.length + 1)
  switch (scheme) {
    case 'ipp':
    case 'ipps':
      return createIppPrinter({ uri: address, ...options })
    case 'cups':
      return createIppPrinter({ uri: `ipp://localhost:631/printers/${encodeURIComponent(rest)}`, ...options })
    case 'file':
      return createFilePrinter({ folder: rest, ...options })
    default:
      throw new Error('not an address of a document printer')
  }
}
