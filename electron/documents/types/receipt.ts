import { failure, success } from '../../../shared/result.ts'
import type { Account, Command, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../../cache/queries/accounts.ts'
import { readBranch } from '../../cache/queries/branch.ts'
import { findCommand, readBody } from '../../cache/queries/commands.ts'
import { findInvoice } from '../../cache/queries/invoices.ts'
import { findTopic } from '../../cache/queries/topics.ts'
import { findZone, listZones } from '../../cache/queries/zones.ts'
import type { ReadableDb } from '../../cache/db.ts'
import { printedAt } from '../printedOn.ts'
import { receiptModel } from '../receipt/model.ts'
import type { ReceiptSource } from '../receipt/source.ts'
import type { Drawer } from '../documentType.ts'
import { findRequestOf } from '../../services/filedRequests.ts'
import type { DrawingParts } from './duplicate.ts'
import { mediaOf } from '../media.ts'

/** The receipt of what was filed, from the bytes that are sent: it works without a network, and says what is known when it is printed. */
export function createReceiptDrawing({ db, clock, drawing }: Pick<DrawingParts, 'db' | 'clock' | 'drawing'>): Drawer<'receipt'> {
  return async ({ commandId }, { copyNumber }) => {
    const filed = readFiled(db, commandId)
    if (!filed) return failure({ code: 'not-found' })
    const printedOn = printedAt(clock.now(), filed.branch?.timeZone ?? filed.zone.timeZone)
    const { pdf, sheets } = await drawing.drawReceipt(receiptModel({ ...filed, copyNumber: copyNumber ?? 1, printedOn }))
    return success({ bytes: pdf, sheets, kind: 'receipt', media: mediaOf(filed.zone) })
  }
}

/** What a receipt says; null when the bytes are no command any more, or no zone is known to say whose paper it is. */
export function readFiled(db: ReadableDb, commandId: string): Omit<ReceiptSource, 'copyNumber' | 'printedOn'> | null {
  const stored = findCommand(db, commandId)
  const command = stored && readBody(stored.body)
  const account = (stored?.accountId && findAccount(db, stored.accountId)) || null
  const zone = command && zoneOf(db, account)
  if (!stored || !command || !zone) return null
  return { stored, command, account, zone, branch: readBranch(db), request: findRequestOf(db, stored), ...subjectsOf(db, command) }
}

/** The account's zone, or else the branch's; null before any is known. */
export function zoneOf(db: ReadableDb, account: Account | null): Zone | null {
  const homeId = account?.zoneId ?? readBranch(db)?.homeZoneId
  return (homeId && findZone(db, homeId)) || (listZones(db)[0] ?? null)
}

/** What it is about, as far as the utility still publishes it. */
function subjectsOf(db: ReadableDb, { payload }: Command): Pick<ReceiptSource, 'topic' | 'invoice'> {
  const topic = 'topicId' in payload ? findTopic(db, payload.topicId) : null
  const invoice = ('invoiceId' in payload && payload.invoiceId && findInvoice(db, payload.invoiceId)) || null
  return { topic, invoice }
}
