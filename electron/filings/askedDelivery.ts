import type { Account, InvoiceDeliveryPayload } from '../../shared/utility-api/generated/types.gen.ts'
import { commandsOfAccount, readBody, type StoredCommand } from '../cache/queries/commands.ts'
import type { ReadableDb } from '../cache/db.ts'

interface AskedDelivery {
  command: StoredCommand
  delivery: InvoiceDeliveryPayload['delivery']
}

/** Two bills. After that the account was changed some other way: the feed cannot tell this from a change that was never made. */
const LONGEST_WAIT = 60 * 24 * 3_600_000

/**
 * How the invoices were asked for last at this kiosk, as long as the account says otherwise: the feed may tell of it much later. Null where it
 * shows, where the utility refused it, and where nothing was asked for. `now` in milliseconds since 1970.
 */
export function askedDelivery(db: ReadableDb, account: Pick<Account, 'id' | 'invoiceDelivery'>, now: number): AskedDelivery | null {
  const [last] = commandsOfAccount(db, account.id).flatMap(askedIn).reverse()
  return last && last.delivery !== account.invoiceDelivery && isAwaited(last.command, now) ? last : null
}

const isAwaited = ({ state, receivedAt }: StoredCommand, now: number): boolean =>
  state !== 'delivered' || receivedAt === null || now - Date.parse(receivedAt) < LONGEST_WAIT

function askedIn(command: StoredCommand): AskedDelivery[] {
  const body = command.kind === 'invoiceDelivery' && command.state !== 'refused' ? readBody(command.body) : null
  return body?.kind === 'invoiceDelivery' ? [{ command, delivery: body.payload.delivery }] : []
}
