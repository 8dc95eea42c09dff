import { businessDate, formatDate } from '../../../shared/domain/dates.ts'
import { turnName } from '../../../shared/domain/turns.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { readBranch } from '../../cache/queries/branch.ts'
import type { ReadableDb } from '../../cache/db.ts'
import type { Clock } from '../../clock.ts'
import { printedAt } from '../printedOn.ts'
import { receiptModel } from '../receipt/model.ts'
import type { Block } from '../tickets/block.ts'
import { cashModel } from '../tickets/cashModel.ts'
import { cashTicket } from '../tickets/cashTicket.ts'
import { encodeTicket } from '../tickets/encode.ts'
import type { TicketWidth } from '../tickets/paper.ts'
import { receiptTicket } from '../tickets/receiptTicket.ts'
import { testTicket } from '../tickets/testTicket.ts'
import { turnTicket } from '../tickets/turnTicket.ts'
import { paperLocale } from '../words.ts'
import type { DrawnDocument } from '../../printing/work.ts'
import type { Drawer, Drawers } from '../documentType.ts'
import { readOwed } from '../owedInvoices.ts'
import { readFiled, zoneOf } from './receipt.ts'

interface TicketParts {
  db: ReadableDb
  clock: Clock
  /** Of the roll in the printer. */
  widthMm: TicketWidth
}

type Kind = 'receipt' | 'cashTicket' | 'turn' | 'testPage'

/** Every paper that comes out of the ticket printer, from what is stored when it is printed. Problems: not-found, nothing-owed, outdated-invoice. */
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
    const printedOn = printedAt(parts.clock.now(), filed.branch?.timeZone ?? filed.zone.timeZone)
    return drawn('receipt', receiptTicket(receiptModel({ ...filed, copyNumber: copyNumber ?? 1, printedOn })), parts)
  }
}

function cashDrawer(parts: TicketParts): Drawer<'cashTicket'> {
  const { db, clock } = parts
  return async ({ invoiceIds }) => {
    const owed = readOwed(db, invoiceIds)
    if (!owed.ok) return owed
    const branch = readBranch(db)
    const { timeZone } = owed.value.zone
    const printedOn = printedAt(clock.now(), branch?.timeZone ?? timeZone)
    const today = businessDate(clock.now(), timeZone)
    return drawn('cashTicket', cashTicket(cashModel({ ...owed.value, branch: branch?.name ?? null, printedOn, today })), parts)
  }
}

/** The number of the copy is the number in the queue; without it there is no turn. Who is sent to the counter does not wait for the first load. */
function turnDrawer(parts: TicketParts): Drawer<'turn'> {
  return async (_ref, { copyNumber }) => {
    if (copyNumber === null) return failure({ code: 'not-found' })
    const zone = zoneOf(parts.db, null)
    const branch = readBranch(parts.db)
    const { date, time } = printedAt(parts.clock.now(), branch?.timeZone ?? zone?.timeZone ?? 'UTC')
    const locale = zone ? paperLocale(zone) : 'es-MX'
    const brand = zone?.company ?? null
    const model = { brand, branch: branch?.name ?? null, name: turnName(copyNumber), date: formatDate(date, locale, 'long'), time }
    return drawn('turn', turnTicket(model), parts)
  }
}

function testDrawer(parts: TicketParts): Drawer<'testPage'> {
  return async () => {
    const printedOn = printedAt(parts.clock.now(), readBranch(parts.db)?.timeZone ?? 'UTC')
    return success({ bytes: testTicket(parts.widthMm, printedOn), sheets: 1, kind: 'testPage' })
  }
}
