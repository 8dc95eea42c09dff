import { z } from 'zod'
import { accountHeader } from './account.ts'
import { call, heardBy } from './define.ts'
import { requestState } from './requests.ts'
import { consumptionRow } from './statement.ts'
import { date, identifier, instant } from './values.ts'

/** A reading of today, so that no second one is brought by mistake. */
const knownToday = z.object({
  value: z.number(),
  /** Of what was filed at this kiosk; null where the utility's own data tell of it. `commandId`: only where it was filed in this visit, see `requests.filed`. */
  filed: z.object({ commandId: identifier.nullable(), folio: z.string(), at: instant, state: requestState }).nullable(),
})
export type KnownToday = z.infer<typeof knownToday>

export const readingToBring = z.object({
  account: accountHeader,
  meterNumber: z.string(),
  /** Where the account's zone is. */
  today: date,
  /** How the days on which a reading may be brought stand today; null where the utility gives none. */
  window: z.object({ state: z.enum(['open', 'later', 'past']), opensOn: date, closesOn: date }).nullable(),
  /** The newest of the meter that is in use, newest first. */
  readings: z.array(consumptionRow),
  knownToday: knownToday.nullable(),
})
export type ReadingToBring = z.infer<typeof readingToBring>

export const readingCalls = heardBy('served', {
  /** What a person needs to know before the reading is brought; filed by `requests.file`. */
  'reading.show': call(z.strictObject({ accountId: identifier }), readingToBring),
})
