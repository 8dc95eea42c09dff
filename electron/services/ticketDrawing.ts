import { businessDate, businessTime, formatDate } from '../../shared/domain/dates.ts'
import { turnName } from '../../shared/domain/turns.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Invoice } from '../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { PrintedOn } from '../documents/duplicate/model.ts'
import { receiptModel } from '../documents/receipt/model.ts'
import type { Block } from '../documents/tickets/block.ts'
import { cashModel } from '../documents/tickets/cashModel.ts'
import { cashTicket } from '../documents/tickets/cashTicket.ts'
import { encodeTicket } from '../documents/tickets/encode.ts'
import type { TicketWidth } from '../documents/tickets/paper.ts'
import { receiptTicket } from '../documents/tickets/receiptTicket.ts'
import { testTicket } from '../documents/tickets/testTicket.ts'
import { turnTicket } from '../documents/tickets/turnTicket.ts'
import { paperLocale } from '../documents/words.ts'
import type { DrawnDocument } from '../printing/work.ts'
import { localeOf } from './conventions.ts'
import type { Drawer, Drawers } from './drawers.ts'
import { readFiled, zoneOf } from './receiptDrawing.ts'

interface TicketParts {
  db: Db
  clock: Clock
  /** Of the roll in the printer. */
  widthMm: TicketWidth
}

type Kind = 'receipt' | 'cashTicket' | 'turn' | 'testPage'

/** Every paper that comes out of the ticket printer, from what is stored when it is printed. Problems: not-found, nothing-owed. */
export function createTicketDrawing(parts: TicketParts): Required<Pick<Drawers, Kind>> {
  return { receipt: receiptDrawer(parts), cashTicket: cashDrawer(parts), turn: turnDrawer(parts), testPage: testDrawer(parts) }
}

function drawn(kind: Kind, blocks: readonly Block[], { widthMm }: TicketParts): Result<DrawnDocument> {
  return success({ bytes: encodeTicket(blocks, widthMm), sheets: 1, kind })
}

function receiptDrawer(parts: TicketParts): Drawer<'receipt'> {
  return async ({ commandId }, { copyNumber }) => {
    const filed = readFiled(parts.db, commandId)
    if (!filed) return failure({ code: 'not-found' })
    const printedOn = nowIn(filed.branch?.timeZone ?? filed.zone.timeZone, parts)
    return drawn('receipt', receiptTicket(receiptModel({ ...filed, copyNumber: copyNumber ?? 1, printedOn })), parts)
  }
}

/** An invoice that was paid since it was asked for is left out. */
function cashDrawer(parts: TicketParts): Drawer<'cashTicket'> {
  const { db } = parts
  return async ({ invoiceIds }) => {
    const asked = invoiceIds.map((id) => findInvoice(db, id))
    const account = findAccount(db, asked[0]?.accountId ?? '')
    const zone = account && findZone(db, account.zoneId)
    if (!zone || !asked.every((invoice) => invoice?.accountId === account.id)) return failure({ code: 'not-found' })
    const invoices = asked.filter(isOwed)
    if (invoices.length === 0) return failure({ code: 'nothing-owed' })
    const branch = readBranch(db)
    const printedOn = nowIn(branch?.timeZone ?? zone.timeZone, parts)
    return drawn('cashTicket', cashTicket(cashModel({ account, zone, branch: branch?.name ?? null, invoices, printedOn })), parts)
  }
}

const isOwed = (invoice: Invoice | null): invoice is Invoice => invoice !== null && invoice.balance > 0 && invoice.status !== 'cancelled'

/** The number of the copy is the number in the queue; without it there is no turn. */
function turnDrawer(parts: TicketParts): Drawer<'turn'> {
  return async (_ref, { copyNumber }) => {
    const zone = zoneOf(parts.db, null)
    if (!zone || copyNumber === null) return failure({ code: 'not-found' })
    const branch = readBranch(parts.db)
    const { date, time } = nowIn(branch?.timeZone ?? zone.timeZone, parts)
    const locale = paperLocale(localeOf(zone), zone.currency)
    const model = { brand: zone.company, branch: branch?.name ?? null, name: turnName(copyNumber), date: formatDate(date, locale, 'long'), time }
    return drawn('turn', turnTicket(model), parts)
  }
}

function testDrawer(parts: TicketParts): Drawer<'testPage'> {
  return async () => {
    const printedOn = nowIn(readBranch(parts.db)?.timeZone ?? 'UTC', parts)
    return success({ bytes: testTicket(parts.widthMm, printedOn), sheets: 1, kind: 'testPage' })
  }
}

function nowIn(timeZone: string, { clock }: TicketParts): PrintedOn {
  const now = clock.now()
  return { date: businessDate(now, timeZone), time: businessTime(now, timeZone) }
}
