import { failure, success, type Result } from '../../../shared/result.ts'
import { findCommand } from '../../cache/queries/commands.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import type { DocumentType, DrawingParts, Refs, Rendition } from '../documentType.ts'
import { mediaOf } from '../media.ts'
import { printedAt } from '../printedOn.ts'
import { readFiled } from '../receipt/readFiled.ts'
import { receiptModel } from '../receipt/receiptModel.ts'
import type { ReceiptSource } from '../receipt/receiptSource.ts'
import { drawnTicket } from '../tickets/drawnTicket.ts'
import { receiptTicket } from '../tickets/receiptTicket.ts'

/** That something was filed, from the bytes that are sent: it works without a network, and says what is known when it is printed. */
export const receipt: DocumentType<'receipt'> = {
  authorize({ commandId }, { db, counter }) {
    const command = findCommand(db, commandId)
    if (command?.sessionId !== counter.current().id) return failure({ code: 'not-allowed' })
    return success({ accountId: command.accountId, name: command.localFolio })
  },
  accountOf: ({ commandId }, db) => findCommand(db, commandId)?.accountId,
  countedBy: ({ commandId }) => commandId,
  takeCopyNumber: takeNumberByJobs('receipt'),
  firstCopyUnlimited: true,
  auditSubject: ({ commandId }) => ({ commandId }),
  fileName: 'Comprobante',
  draw: {
    async documents(ref, rendition, parts) {
      const source = sourceOf(ref, rendition, parts)
      if (!source.ok) return source
      const { pdf, sheets } = await parts.drawing.drawReceipt(receiptModel(source.value))
      return success({ bytes: pdf, sheets, kind: 'receipt', media: mediaOf(source.value.zone) })
    },
    async tickets(ref, rendition, parts) {
      const source = sourceOf(ref, rendition, parts)
      return source.ok ? drawnTicket('receipt', receiptTicket(receiptModel(source.value)), parts) : source
    },
  },
}

function sourceOf({ commandId }: Refs['receipt'], { copyNumber }: Rendition, { db, clock }: DrawingParts): Result<ReceiptSource> {
  const filed = readFiled(db, commandId)
  if (!filed) return failure({ code: 'not-found' })
  const printedOn = printedAt(clock.now(), filed.branch?.timeZone ?? filed.zone.timeZone)
  return success({ ...filed, copyNumber: copyNumber ?? 1, printedOn })
}
