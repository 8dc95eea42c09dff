import { success, type Result } from '../../../shared/result.ts'
import type { Bank } from '../../../shared/utility-api/generated/types.gen.ts'
import type { DrawnDocument } from '../drawnDocument.ts'
import type { DrawingParts } from '../documentType.ts'
import { mediaOf } from '../media.ts'
import type { OwedTogether } from '../owedInvoices.ts'
import { printedAt } from '../printedOn.ts'
import { slipModel } from './slipModel.ts'

/** `bank`: null for the cash desk of the branch. */
interface PaySheet extends OwedTogether {
  bank: Bank | null
  copyNumber: number | null
}

/** The sheet that invoices are paid with, at a bank or at the cash desk of a branch that has no printer for tickets. */
export async function drawPaySheet(
  kind: 'slip' | 'cashTicket',
  sheet: PaySheet,
  { clock, drawing }: Pick<DrawingParts, 'clock' | 'drawing'>,
): Promise<Result<DrawnDocument>> {
  const printedOn = printedAt(clock.now(), sheet.zone.timeZone)
  const { pdf, sheets } = await drawing.drawSlip(slipModel({ ...sheet, printedOn }))
  return success({ bytes: pdf, sheets, kind, media: mediaOf(sheet.zone) })
}
