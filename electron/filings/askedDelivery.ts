import type { Account, InvoiceDeliveryPayload } from '../../shared/utility-api/generated/types.gen.ts'
import type { StoredCommand } from '../cache/queries/commands.ts'
import type { ReadableDb } from '../cache/db.ts'
import { askedChange } from './askedChange.ts'

interface AskedDelivery {
  command: StoredCommand
  delivery: InvoiceDeliveryPayload['delivery']
}

/** How the invoices were asked for last at this kiosk, as long as the account says otherwise. */
export function askedDelivery(db: ReadableDb, account: Pick<Account, 'id' | 'invoiceDelivery'>, now: number): AskedDelivery | null {
  const isShown = ({ delivery }: InvoiceDeliveryPayload): boolean => delivery === account.invoiceDelivery
  const asked = askedChange(db, 'invoiceDelivery', { accountId: account.id, now, isShown })
  return asked && { command: asked.command, delivery: asked.payload.delivery }
}
