import type { Account, InvoiceDeliveryPayload } from '../../shared/utility-api/generated/types.gen.ts'
import { commandsOfAccount, readBody, type StoredCommand } from '../cache/queries/commands.ts'
import type { ReadableDb } from '../cache/db.ts'

interface AskedDelivery {
  command: StoredCommand
  delivery: InvoiceDeliveryPayload['delivery']
}

/**
 * How the invoices were asked for last at this kiosk, as long as the account says otherwise: the feed may tell of it hours later. Null where it
 * shows, where the utility refused it, and where nothing was asked for.
 */
export function askedDelivery(db: ReadableDb, account: Pick<Account, 'id' | 'invoiceDelivery'>): AskedDelivery | null {
  const [last] = commandsOfAccount(db, account.id).flatMap(askedIn).reverse()
  return last && last.command.state !== 'refused' && last.delivery !== account.invoiceDelivery ? last : null
}

function askedIn(command: StoredCommand): AskedDelivery[] {
  const body = command.kind === 'invoiceDelivery' ? readBody(command.body) : null
  return body?.kind === 'invoiceDelivery' ? [{ command, delivery: body.payload.delivery }] : []
}
