import type { Records } from '../documents/records/records.ts'
import type { TicketWidth } from '../documents/tickets/paper.ts'
import type { DrawingTable } from './drawers.ts'
import { createInvoiceDrawing, type DrawingParts } from './invoiceDrawing.ts'
import { createReceiptDrawing } from './receiptDrawing.ts'
import { createSlipDrawing } from './slipDrawing.ts'
import { createStatementDrawing, createStatementFiles } from './statementDrawing.ts'
import { createTestSheetDrawing } from './testSheetDrawing.ts'
import { createTicketDrawing } from './ticketDrawing.ts'

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
