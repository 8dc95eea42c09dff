import type { Command } from '../../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../../cache/queries/accounts.ts'
import { readBranch } from '../../cache/queries/branch.ts'
import { findSettled } from '../../cache/queries/closings.ts'
import { findCommand, readBody } from '../../cache/queries/commands.ts'
import { findInvoice } from '../../cache/queries/invoices.ts'
import { findRequestOf } from '../../cache/queries/requests.ts'
import { findTopic } from '../../cache/queries/topics.ts'
import type { ReadableDb } from '../../cache/db.ts'
import { zoneOf } from '../zoneOf.ts'
import type { ReceiptSource } from './receiptSource.ts'

/** What a receipt says; null when the bytes are no command any more, or no zone is known to say whose paper it is. */
export function readFiled(db: ReadableDb, commandId: string): Omit<ReceiptSource, 'copyNumber' | 'printedOn'> | null {
  const stored = findCommand(db, commandId)
  const command = stored && readBody(stored.body)
  const account = (stored?.accountId && findAccount(db, stored.accountId)) || null
  const zone = command && zoneOf(db, account)
  if (!stored || !command || !zone) return null
  const told = { request: findRequestOf(db, stored), settled: findSettled(db, stored.id) }
  return { stored, command, account, zone, branch: readBranch(db), ...told, ...subjectsOf(db, command) }
}

/** What it is about, as far as the utility still publishes it. */
function subjectsOf(db: ReadableDb, { payload }: Command): Pick<ReceiptSource, 'topic' | 'invoice'> {
  const topic = 'topicId' in payload ? findTopic(db, payload.topicId) : null
  const invoice = ('invoiceId' in payload && payload.invoiceId && findInvoice(db, payload.invoiceId)) || null
  return { topic, invoice }
}
