import { failure, success, type Result } from '../../../shared/result.ts'
import type { Bank } from '../../../shared/utility-api/generated/types.gen.ts'
import { findBank } from '../../cache/queries/banks.ts'
import type { ReadableDb } from '../../cache/db.ts'
import type { Clock } from '../../clock.ts'
import type { Drawing } from '../drawing.ts'
import { printedAt } from '../printedOn.ts'
import { slipModel } from '../slip/model.ts'
import type { DrawnDocument } from '../../printing/work.ts'
import type { Drawer } from '../documentType.ts'
import { readOwed, type Owed } from '../owedInvoices.ts'
import { mediaOf } from '../media.ts'

interface SlipParts {
  db: ReadableDb
  clock: Clock
  drawing: Pick<Drawing, 'drawSlip'>
}

interface SlipDrawers {
  slip: Drawer<'slip'>
  /** For the desk of a branch that has no printer for its tickets. */
  cashTicket: Drawer<'cashTicket'>
}

/** What is paid with, on sheets, from what is owed when it is printed. Problems: not-found, nothing-owed, outdated-invoice. */
export function createSlipDrawing(parts: SlipParts): SlipDrawers {
  return {
    async slip({ bankId, invoiceIds }, { copyNumber }) {
      const owed = readOwed(parts.db, invoiceIds)
      const bank = findBank(parts.db, bankId)
      if (!owed.ok) return owed
      if (!bank?.zoneIds.includes(owed.value.zone.id)) return failure({ code: 'not-found' })
      return draw('slip', { ...owed.value, bank, copyNumber })
    },
    async cashTicket({ invoiceIds }, { copyNumber }) {
      const owed = readOwed(parts.db, invoiceIds)
      return owed.ok ? draw('cashTicket', { ...owed.value, bank: null, copyNumber }) : owed
    },
  }

  async function draw(kind: 'slip' | 'cashTicket', slip: Owed & { bank: Bank | null; copyNumber: number | null }): Promise<Result<DrawnDocument>> {
    const printedOn = printedAt(parts.clock.now(), slip.zone.timeZone)
    const { pdf, sheets } = await parts.drawing.drawSlip(slipModel({ ...slip, printedOn }))
    return success({ bytes: pdf, sheets, kind, media: mediaOf(slip.zone) })
  }
}
