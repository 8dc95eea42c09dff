import type { AskedKind } from '../printing/job.ts'
import type { Draw } from '../printing/work.ts'
import { createInvoiceDrawing, type DrawingParts } from './invoiceDrawing.ts'
import { createReceiptDrawing } from './receiptDrawing.ts'

/** Every paper that can be printed, each drawn from what is stored when it is printed. */
export function createDocumentDrawing(parts: DrawingParts): Draw {
  const drawers: Record<AskedKind, Draw> = { duplicate: createInvoiceDrawing(parts), receipt: createReceiptDrawing(parts) }
  return (order) => drawers[order.kind](order)
}
