import type { Account, ContactDetailsPayload } from '../../shared/utility-api/generated/types.gen.ts'
import type { StoredCommand } from '../cache/queries/commands.ts'
import type { ReadableDb } from '../cache/db.ts'
import { askedChange } from './askedChange.ts'

/** The telephone that was asked for last at this kiosk, as long as the account has another. */
export function askedPhone(db: ReadableDb, account: Pick<Account, 'id' | 'phone'>, now: number): { command: StoredCommand; phone: string } | null {
  const isShown = ({ phone }: ContactDetailsPayload): boolean => phone === undefined || phone === account.phone
  const asked = askedChange(db, 'contactDetails', { accountId: account.id, now, isShown })
  return asked && { command: asked.command, phone: asked.payload.phone ?? '' }
}
