import { z } from 'zod'
import { call } from './define.ts'
import { identifier } from './values.ts'

/** As typed: the service says what is wrong with it, field by field. */
const typed = z.string().max(100)

export const lookupCalls = {
  /** Opens the one account for this session. Problems: invalid-fields, numbers-swapped, wrong-check-digit, no-match, throttled, preparing-data. */
  'lookup.identify': call(
    z.strictObject({ zoneId: identifier, accountNumber: typed, invoiceNumber: typed }),
    z.object({ accountId: identifier, invoiceId: identifier }),
  ),
}
