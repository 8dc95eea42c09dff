import { z } from 'zod'
import { accountHeader } from './account.ts'
import { call, heardBy } from './define.ts'
import { date, identifier, money } from './values.ts'

export const movementKind = z.enum(['invoice', 'payment', 'adjustment', 'agreement', 'fee'])

export const statementRow = z.object({
  id: identifier,
  postedOn: date,
  kind: movementKind,
  description: z.string(),
  documentNumber: z.string().nullable(),
  /** Charges positive, payments negative. */
  amount: money,
  /** After this movement. */
  balance: money,
})
export type StatementRow = z.infer<typeof statementRow>

/** So many movements stand on the screen, the newest; workbook and CSV hold all. */
export const MOST_ON_SCREEN = 200

/** So many stand on paper and in the PDF, some thirty sheets; they say in words when there are more, and where. */
export const MOST_ON_PAPER = 1_000

export const statement = z.object({
  account: accountHeader,
  from: date,
  to: date,
  opening: money,
  /** Sums over the whole range; payments as a positive figure. */
  charges: money,
  payments: money,
  closing: money,
  count: z.int(),
  /** Newest first, at most `MOST_ON_SCREEN`. */
  rows: z.array(statementRow),
})
export type Statement = z.infer<typeof statement>

export const consumptionRow = z.object({
  id: identifier,
  takenOn: date,
  meterNumber: z.string(),
  value: z.number(),
  kind: z.enum(['actual', 'estimated', 'customer']),
  /** Null where it is not known, or where another reading of that day tells it. */
  consumption: z.number().nullable(),
  /** Of what was filed here and the feed has not brought yet; `received`: the utility has it. */
  filed: z.object({ folio: z.string(), state: z.enum(['stored', 'received']) }).nullable(),
})
export type ConsumptionRow = z.infer<typeof consumptionRow>

export const consumption = z.object({
  account: accountHeader,
  meterNumber: z.string(),
  /** Newest first. */
  readings: z.array(consumptionRow),
})
export type Consumption = z.infer<typeof consumption>

export const statementCalls = heardBy('served', {
  /** Problems: invalid-fields (`from`, `to`: not-a-date, date-order, date-too-early, date-future), not-allowed. */
  'statement.show': call(z.strictObject({ accountId: identifier, from: z.string().max(20), to: z.string().max(20) }), statement),
  'consumption.show': call(z.strictObject({ accountId: identifier }), consumption),
})
