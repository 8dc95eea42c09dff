import type { DrawingTable } from './drawers.ts'
import { createInvoiceDrawing, type DrawingParts } from './invoiceDrawing.ts'
import { createReceiptDrawing } from './receiptDrawing.ts'

/** Every document of the kiosk, and who draws it. */
export function createDrawingTable(parts: DrawingParts): DrawingTable {
  return {
    documents: { duplicate: createInvoiceDrawing(parts), receipt: createReceiptDrawing(parts) },
    tickets: {},
    files: {},
  }
}
