import type { Account, Reading } from '../../shared/utility-api/generated/types.gen.ts'
import { MOST_JUDGED } from '../../shared/domain/meterReading.ts'
import type { ReadableDb } from '../cache/db.ts'
import { listReadings } from '../cache/queries/readings.ts'
import { filedReadings, isOf, knownReadings, type FiledReading, type KnownReading } from './filedReadings.ts'

/** The newest of the meter that is in use, newest first: after an exchange the former one's say nothing of it. */
export const readingsOfMeter = (db: ReadableDb, { id, meterNumber }: Account): KnownReading[] =>
  knownReadings(db, id)
    .filter((reading) => reading.meterNumber === meterNumber)
    .slice(0, MOST_JUDGED)

/**
 * What is known already of the meter on a day: filed here, also where the utility did not take it, or in the feed, whose value goes first. An estimate
 * is no reading.
 */
export function readingOn(db: ReadableDb, account: Account, day: string): { reading: Reading; filed: FiledReading['command'] | null } | null {
  const ofDay = ({ takenOn, meterNumber }: Reading): boolean => takenOn === day && meterNumber === account.meterNumber
  const filed = filedReadings(db, account.id).findLast(({ reading }) => ofDay(reading))
  if (filed) {
    const inFeed = listReadings(db, account.id).find((each) => isOf(each, filed.reading))
    return { reading: inFeed ?? filed.reading, filed: filed.command }
  }
  const reading = knownReadings(db, account.id).find((each) => ofDay(each) && each.kind !== 'estimated')
  return reading ? { reading, filed: null } : null
}
