import type { PrinterRole } from '../contract/printing.ts'
import type { PrintableRef } from '../../electron/printing/documentOf.ts'

/** What fits a ticket; a turn has no other paper, and a test page is sent to the printer that it tries. */
const ON_TICKETS: readonly PrintableRef['kind'][] = ['receipt', 'cashTicket', 'turn', 'testPage']

/** These fit a sheet as well: where the branch has no printer for tickets, or the person chose so. */
const ON_SHEETS_TOO: readonly PrintableRef['kind'][] = ['receipt', 'cashTicket']

/** On which printer a paper comes out. */
export function printerFor(kind: PrintableRef['kind'], { hasTickets, on }: { hasTickets: boolean; on?: 'sheet' | undefined }): PrinterRole {
  if (!ON_TICKETS.includes(kind)) return 'documents'
  return ON_SHEETS_TOO.includes(kind) && (!hasTickets || on === 'sheet') ? 'documents' : 'tickets'
}

export const fitsSheet = (kind: PrintableRef['kind']): boolean => !ON_TICKETS.includes(kind) || ON_SHEETS_TOO.includes(kind)
