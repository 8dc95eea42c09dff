import { businessDate, businessTime } from '../../shared/domain/dates.ts'
import { isOwed } from '../../shared/domain/owed.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Account, Bank, Invoice, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findBank } from '../cache/queries/banks.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Drawing } from '../documents/drawing.ts'
import { slipModel } from '../documents/slip/model.ts'
import type { DrawnDocument } from '../printing/work.ts'
import type { Drawer } from './drawers.ts'
import { mediaOf } from './paper.ts'

interface SlipParts {
  db: Db
  clock: Clock
  drawing: Pick<Drawing, 'drawSlip'>
}

interface SlipDrawers {
  slip: Drawer<'slip'>
  /** For the desk of a branch that has no printer for its tickets. */
  cashTicket: Drawer<'cashTicket'>
}

/** What is paid with, on sheets, from what is owed when it is printed. Problems: not-found, nothing-owed. */
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
    const now = parts.clock.now()
    const { timeZone } = slip.zone
    const printedOn = { date: businessDate(now, timeZone), time: businessTime(now, timeZone) }
    const { pdf, sheets } = await parts.drawing.drawSlip(slipModel({ ...slip, printedOn }))
    return success({ bytes: pdf, sheets, kind, media: mediaOf(slip.zone) })
  }
}

interface Owed {
  invoices: Invoice[]
  account: Account
  zone: Zone
}

/** An invoice that was paid since it was asked for is left out. */
function readOwed(db: Db, invoiceIds: readonly string[]): Result<Owed> {
  const asked = [...new Set(invoiceIds)].map((id) => findInvoice(db, id)).filter((invoice) => invoice !== null)
  const account = findAccount(db, asked[0]?.accountId ?? '')
  const zone = account && findZone(db, account.zoneId)
  if (!zone || !asked.every(({ accountId }) => accountId === account.id)) return failure({ code: 'not-found' })
  const invoices = asked.filter(isOwed)
  return invoices.length > 0 ? success({ invoices, account, zone }) : failure({ code: 'nothing-owed' })
}
