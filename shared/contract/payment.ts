import { z } from 'zod'
import { accountHeader, conventions, invoiceSummary } from './account.ts'
import { call, heardBy } from './define.ts'
import { date, identifier, money } from './values.ts'

/** Where an invoice can be paid. */
export const payPlace = z.object({
  bankId: identifier,
  name: z.string(),
  kind: z.enum(['bank', 'network', 'store']),
  /** false: its bars cannot carry this reference; the slip is printed without and says to pay at the counter. */
  bars: z.boolean(),
  /** It takes payments on one's own phone, while the utility answers. */
  online: z.boolean(),
})
export type PayPlace = z.infer<typeof payPlace>

/** A bank or store at which several contracts are paid with one slip. */
export const placeTogether = payPlace.omit({ bars: true, online: true }).extend({
  /** Each invoice has a part of its own on the slip; else each contract has one. */
  partEach: z.boolean(),
  /** The contracts whose bars cannot carry the reference there. */
  barless: z.array(identifier),
})
export type PlaceTogether = z.infer<typeof placeTogether>

/** A contract that can be paid together with others of its zone. */
export const contractToPay = z.object({
  account: accountHeader,
  /** What is paid of it, oldest first. */
  invoiceIds: z.array(identifier).min(1),
  /** Of these, so many are overdue. */
  overdue: z.int(),
  total: money,
  /** Until when a slip for it, printed now, is good. */
  payBy: date,
  /** So many more that are owed have no reference of the utility: no bank can take them. */
  counterOnly: z.int(),
})
export type ContractToPay = z.infer<typeof contractToPay>

/** The contracts of one zone, and where they can be paid: of different zones nothing is ever on one slip. */
export const payGroup = z.object({
  zoneId: identifier,
  conventions,
  contracts: z.array(contractToPay).min(2),
  places: z.array(placeTogether).min(1),
})
export type PayGroup = z.infer<typeof payGroup>

export const payTogether = z.object({
  groups: z.array(payGroup),
  /** So many more that owe something are in no group: they are paid by themselves. */
  apart: z.int(),
})
export type PayTogether = z.infer<typeof payTogether>

export const payOptions = z.object({
  account: accountHeader,
  /** The one that was asked for, then the others that are owed, oldest first; `payBy`: until when a slip for it alone, printed now, is good. */
  invoices: z.array(invoiceSummary.extend({ payBy: date })),
  total: money,
  /** The same for the one that was asked for. Of several on one slip, the first of their days counts. */
  payBy: date,
  /** This branch has a printer for the ticket that its cash desk scans; else the slip for the desk comes on a sheet. */
  cashTicket: z.boolean(),
  places: z.array(payPlace),
})
export type PayOptions = z.infer<typeof payOptions>

export const paymentCalls = heardBy('served', {
  /** Problems: not-allowed, nothing-owed, outdated-invoice. */
  'payment.options': call(z.strictObject({ invoiceId: identifier }), payOptions),
})
