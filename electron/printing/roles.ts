import type { PrinterRole } from '../../shared/contract/printing.ts'
import { forEachRole } from '../../shared/domain/printers.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import type { SheetLimits } from './limits.ts'
import { openDocumentPrinter } from './openDocumentPrinter.ts'
import type { Printer } from './printer.ts'
import { openTicketPrinter } from './tickets/openTicketPrinter.ts'

/** Null where the branch has no printer of that role. */
export type Printers = Record<PrinterRole, Printer | null>

interface OpenPrinterOptions {
  log: Log
  clock: Clock
  /** Certificate authorities for `ipps:`, PEM. */
  ca?: string
}

/** Opens a printer of the role at the address. Contacts nobody yet; throws for an address of another scheme. */
const openers: Record<PrinterRole, (address: string, options: OpenPrinterOptions) => Printer> = {
  documents: openDocumentPrinter,
  tickets: (address, { log, clock }) => openTicketPrinter(address, { log, clock }),
}

export const openPrinters = (addresses: Record<PrinterRole, string | null>, options: OpenPrinterOptions): Printers =>
  forEachRole((role) => {
    const address = addresses[role]
    return address === null ? null : openers[role](address, options)
  })

/** How much paper each role may use. Tickets are short: only those of the visit are counted, not those of the account. */
export const paperLimits = (sheets: SheetLimits): Record<PrinterRole, SheetLimits> => ({
  documents: sheets,
  tickets: { perVisit: 10, perAccountAndDay: Infinity },
})
