import { commandsOfAccount, readBody, type StoredCommand } from '../cache/queries/commands.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Payloads } from './filingType.ts'

type ChangeKind = 'invoiceDelivery' | 'contactDetails'

/** A change of the account that was asked for at this kiosk. */
interface AskedChange<K extends ChangeKind> {
  command: StoredCommand
  payload: Payloads[K]
}

/** Two bills. After that the account was changed some other way: the feed cannot tell this from a change that was never made. */
const LONGEST_WAIT = 60 * 24 * 3_600_000

/**
 * The last change of that kind, as long as the account does not show it: the feed may tell of it much later. Null where it shows, where the utility refused it,
 * and where nothing was asked for. `now` in milliseconds since 1970.
 */
export function askedChange<K extends ChangeKind>(
  db: ReadableDb,
  kind: K,
  { accountId, now, isShown }: { accountId: string; now: number; isShown: (payload: Payloads[K]) => boolean },
): AskedChange<K> | null {
  const [last] = commandsOfAccount(db, accountId)
    .flatMap((command) => askedIn(command, kind))
    .reverse()
  return last && !isShown(last.payload) && isAwaited(last.command, now) ? last : null
}

const isAwaited = ({ state, receivedAt }: StoredCommand, now: number): boolean =>
  state !== 'delivered' || receivedAt === null || now - Date.parse(receivedAt) < LONGEST_WAIT

function askedIn<K extends ChangeKind>(command: StoredCommand, kind: K): AskedChange<K>[] {
  const body = command.kind === kind && command.state !== 'refused' ? readBody(command.body) : null
  return body?.kind === kind ? [{ command, payload: body.payload as Payloads[K] }] : []
}
