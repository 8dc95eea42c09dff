import type { Reading } from '../../shared/utility-api/generated/types.gen.ts'
import { commandsOfAccount, readBody, type StoredCommand } from '../cache/queries/commands.ts'
import { listReadings } from '../cache/queries/readings.ts'
import type { ReadableDb } from '../cache/db.ts'

/** A reading that was filed here. */
export interface FiledReading {
  command: StoredCommand
  reading: Reading
}

/** A reading of the feed, or one filed here that the feed has not brought: then with its folio, and whether the utility has it. */
export type KnownReading = Reading & { filed?: { folio: string; state: 'stored' | 'received' } }

/** Those of an account, in the order in which they were filed. */
export function filedReadings(db: ReadableDb, accountId: string): FiledReading[] {
  return commandsOfAccount(db, accountId).flatMap((command) => {
    const body = command.kind === 'reading' ? readBody(command.body) : null
    return body?.kind === 'reading' ? [{ command, reading: { ...body.payload, id: command.id, accountId, kind: 'customer', consumption: null } }] : []
  })
}

/**
 * An account's readings, newest first: those of the feed, and those filed here that it has not brought yet. What the utility refused is no reading.
 */
export function knownReadings(db: ReadableDb, accountId: string): KnownReading[] {
  const inFeed = listReadings(db, accountId)
  const waiting = filedReadings(db, accountId)
    .filter(({ command, reading }) => command.state !== 'refused' && !inFeed.some((known) => isOf(known, reading)))
    .map(({ command, reading }) => ({ ...reading, filed: { folio: command.localFolio, state: stateOf(command) } }))
  return [...waiting.reverse(), ...inFeed].sort((one, other) => other.takenOn.localeCompare(one.takenOn))
}

const stateOf = ({ state }: StoredCommand): 'stored' | 'received' => (state === 'delivered' ? 'received' : 'stored')

/** The feed's readings do not name the command that brought them. The utility may have put its value right. */
export const isOf = (known: Reading, filed: Reading): boolean =>
  known.meterNumber === filed.meterNumber && known.takenOn === filed.takenOn && (known.kind === 'customer' || known.value === filed.value)
