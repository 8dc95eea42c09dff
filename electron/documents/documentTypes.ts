import type { Records } from './records/records.ts'
import type { TicketWidth } from './tickets/paper.ts'
import type { DrawingTable } from './documentType.ts'
import { createInvoiceDrawing, type DrawingParts } from './types/duplicate.ts'
import { createReceiptDrawing } from './types/receipt.ts'
import { createSlipDrawing } from './types/slip.ts'
import { createStatementDrawing, createStatementFiles } from './types/statement.ts'
import { createTestSheetDrawing } from './types/testPage.ts'
import { createTicketDrawing } from './types/tickets.ts'

/** Every document of the kiosk, and who draws it. */
export function createDrawingTable(parts: DrawingParts & { records: Records; widthMm: TicketWidth }): DrawingTable {
  return {
    documents: {
      duplicate: createInvoiceDrawing(parts),
      receipt: createReceiptDrawing(parts),
      statement: createStatementDrawing(parts),
      ...createSlipDrawing(parts),
      testPage: createTestSheetDrawing(parts),
    },
    tickets: createTicketDrawing(parts),
    files: createStatementFiles(parts),
  }
}
