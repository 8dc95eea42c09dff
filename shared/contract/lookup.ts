import { z } from 'zod'
import { MOST_KEPT } from '../domain/scannedText.ts'
import { call, heardBy } from './define.ts'
import { identifier } from './values.ts'

/** As typed: the service says what is wrong with it, field by field. */
const typed = z.string().max(100)

/** What a code names. It opens nothing: it stands for what a person would type. */
export const scanned = z.discriminatedUnion('kind', [
  /** What of a bill a code tells; null is what it does not. One of the two numbers is there. */
  z.object({ kind: z.literal('bill'), zoneId: identifier.nullable(), accountNumber: z.string().nullable(), invoiceNumber: z.string().nullable() }),
  /** A number, and of what it has the form; nothing was looked up. */
  z.object({ kind: z.literal('number'), number: z.string(), fits: z.array(z.enum(['account', 'invoice'])).min(1) }),
  z.object({ kind: z.literal('folio'), folio: z.string() }),
])
export type Scanned = z.infer<typeof scanned>

export const lookupCalls = {
  ...heardBy('themselves', {
    /**
     * Opens the account for this session. `beside`: those that are open stay open; else it begins anew with this one. `contracts`: so many it holds then.
     * Problems: invalid-fields, numbers-swapped, wrong-check-digit, no-match, throttled, preparing-data, contract-limit.
     */
    'lookup.identify': call(
      z.strictObject({ zoneId: identifier, accountNumber: typed, invoiceNumber: typed, beside: z.boolean().optional() }),
      z.object({ accountId: identifier, invoiceId: identifier, contracts: z.int() }),
    ),
  }),
  ...heardBy('served', {
    /**
     * Says what a scanned code names, by the rules of the zone that is chosen. Problems: unknown-code, ambiguous-code, and those of a look-up: no-match, throttled,
     * preparing-data, out-of-service.
     */
    'lookup.scan': call(z.strictObject({ zoneId: identifier.nullable(), text: z.string().max(MOST_KEPT) }), scanned),
  }),
}
