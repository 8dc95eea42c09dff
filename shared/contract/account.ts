import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { notice } from './notices.ts'
import { date, identifier, money } from './values.ts'

const invoiceStatus = z.enum(['open', 'paid', 'overdue', 'cancelled'])
export type InvoiceStatus = z.infer<typeof invoiceStatus>

export const owedStanding = z.object({ kind: z.enum(['due', 'dueToday', 'overdue']), on: date })
export type OwedStanding = z.infer<typeof owedStanding>

/** How an invoice stands today where its zone is (`shared/domain/invoiceStanding.ts`), and the date that goes with it. */
export const invoiceStanding = z.discriminatedUnion('kind', [
  owedStanding,
  /** null: the utility does not tell when. */
  z.object({ kind: z.literal('paid'), on: date.nullable() }),
  /** outdated: the utility has changed it, and the change cannot be read here; what is known of it no longer counts. */
  z.object({ kind: z.enum(['cancelled', 'credit', 'creditNote', 'nothing', 'outdated']) }),
])
export type InvoiceStanding = z.infer<typeof invoiceStanding>

/** How amounts and dates of this account are written. */
export const conventions = z.object({ currency: z.string(), locale: z.string(), timeZone: z.string(), unit: z.string() })
export type Conventions = z.infer<typeof conventions>

export const invoiceSummary = z.object({
  id: identifier,
  /** As printed. */
  number: z.string(),
  issuedOn: date,
  dueOn: date,
  periodStart: date,
  periodEnd: date,
  total: money,
  balance: money,
  /** The utility's word. What is shown and offered follows from `standing`. */
  status: invoiceStatus,
  standing: invoiceStanding,
})
export type InvoiceSummary = z.infer<typeof invoiceSummary>

export const accountHeader = z.object({
  id: identifier,
  zoneId: identifier,
  number: z.string(),
  checkDigit: z.string().nullable(),
  status: z.enum(['active', 'suspended', 'closed']),
  /** Masked unless the session is a signed-in customer's or a clerk's: `A•• M••••• P•••`. */
  holderName: z.string(),
  supplyAddress: z.string(),
  conventions,
})
export type AccountHeader = z.infer<typeof accountHeader>

export const accountHome = z.object({
  account: accountHeader,
  /** What the account owes; negative is in the customer's favour. */
  totalOwed: money,
  pendingInvoices: z.int(),
  /** Invoices that are `outdated`: whether they are owed is not known, so they are not among the pending ones. */
  outdatedInvoices: z.int(),
  /** Of what is owed, that which is due first. */
  nextDue: owedStanding.nullable(),
  /** With which paying begins; null where no invoice is owed. */
  oldestOwed: invoiceSummary.nullable(),
  /** The one that the session was opened with; null when it has since been withdrawn. */
  identified: invoiceSummary.nullable(),
  latest: z.array(invoiceSummary),
  /** For this account alone, those that hold today where its zone is: the newest of them, and whether there are more. */
  notices: z.object({ newest: z.array(notice), more: z.boolean() }),
})
export type AccountHome = z.infer<typeof accountHome>

/** One month of the chart, oldest first: what was billed then and a year before, in minor units; null where there is no invoice. */
export const monthPair = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), thisYear: money.nullable(), lastYear: money.nullable() })
export type MonthPair = z.infer<typeof monthPair>

export const invoiceList = z.object({
  account: accountHeader,
  /** Newest first. */
  invoices: z.array(invoiceSummary),
  /** The last twelve billed months, oldest first. */
  months: z.array(monthPair),
})
export type InvoiceList = z.infer<typeof invoiceList>

export const meterValue = z.object({ takenOn: date, value: z.number(), kind: z.enum(['actual', 'estimated', 'customer']) })
export type MeterValue = z.infer<typeof meterValue>

const usedIn = z.object({ days: z.int(), quantity: z.number(), unitPrice: z.number() })

/**
 * How an invoice differs from an earlier one of its account, taken apart (`shared/domain/billChange.ts`): the parts add up to the difference. All
 * amounts are positive where the later one is more.
 */
export const billComparison = z.object({
  /** The billed month of the earlier one. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  total: money,
  difference: money,
  parts: z.object({ days: money, consumption: money, price: money, charges: money, taxes: money }),
  unit: z.string().nullable(),
  before: usedIn,
  now: usedIn,
})
export type BillComparison = z.infer<typeof billComparison>

export const invoiceDetail = z.object({
  account: accountHeader,
  invoice: invoiceSummary,
  consumption: z.number(),
  conversionFactor: z.number().nullable(),
  billedUnit: z.string().nullable(),
  previousReading: meterValue.nullable(),
  currentReading: meterValue.nullable(),
  meterNumber: z.string(),
  tariff: z.string(),
  lines: z.array(
    z.object({
      description: z.string(),
      quantity: z.number().nullable(),
      unit: z.string().nullable(),
      /** Major units, up to six decimals. */
      unitPrice: z.number().nullable(),
      amount: money,
    }),
  ),
  taxes: z.array(z.object({ name: z.string(), rate: z.number(), amount: money })),
  /** Against the month before and the same month a year before, where both invoices carry it. */
  comparisons: z.array(billComparison),
  /** In the same month a year before, by the meter and in its unit; null where that is not known for certain. */
  yearAgo: z.object({ consumption: z.number(), days: z.int() }).nullable(),
})
export type InvoiceDetail = z.infer<typeof invoiceDetail>

export const accountCalls = heardBy('served', {
  'account.home': call(z.strictObject({ accountId: identifier }), accountHome),
  'account.invoices': call(z.strictObject({ accountId: identifier }), invoiceList),
  'account.invoice': call(z.strictObject({ invoiceId: identifier }), invoiceDetail),
})
