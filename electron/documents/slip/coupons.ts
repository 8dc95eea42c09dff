import { oldestFirst, payByOf, totalOwed } from '../../../shared/domain/owed.ts'
import {
  type Carried,
  type Charge,
  carriesAmount,
  glnOf,
  notCarried,
  partsOf,
  paymentReference,
  shortDate,
  type SlipRule,
} from '../../../shared/domain/paymentReference.ts'
import type { Bank, Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import { type BarLoad, type Bars, encodeBars, type Gs1Element } from '../barcodes.ts'

/** One payment at a till: a reference, its bars, and the invoices that it pays. */
export interface Coupon {
  /** Oldest first. */
  invoices: Invoice[]
  charge: Charge
  reference: Carried<string>
  bars: Carried<Bars>
}

/**
 * What is taken to a bank's till, or with null to this branch's cash desk. Where the bank's reference carries the amount, several invoices are one
 * payment: their sum, under the reference of the oldest, by their first day. Where it does not, the bank, like the desk, books what it is given to
 * the invoice that the reference names: then each has a coupon of its own.
 */
export function couponsOf(bank: Bank | null, owed: readonly Invoice[], today: string): Coupon[] {
  const invoices = oldestFirst(owed)
  const payments = carriesAmount(bank?.slip) ? [invoices] : invoices.map((invoice) => [invoice])
  return payments.map((paid) => couponOf(bank?.slip, paid, today))
}

/** Whether the bank's bars can carry all that is paid there of one account. */
export const areBarsCarried = (bank: Bank, owed: readonly Invoice[], today: string): boolean => couponsOf(bank, owed, today).every(({ bars }) => bars.ok)

function couponOf(rule: SlipRule | undefined, invoices: Invoice[], today: string): Coupon {
  const given = invoices[0]?.paymentReference
  const charge = { reference: given || null, amount: totalOwed(invoices), payBy: payByOf(invoices, today) }
  const reference = given === '' ? notCarried('left-out') : paymentReference(rule, charge)
  return { invoices, charge, reference, bars: reference.ok ? barsOf(rule, reference.value, charge) : reference }
}

function barsOf(rule: SlipRule | undefined, reference: string, charge: Charge): Carried<Bars> {
  if (rule?.symbology === 'gs1-128' && reference.length > LONGEST_GS1_REFERENCE) return notCarried('too-long')
  return encodeBars(loadOf(rule, reference, charge))
}

const loadOf = (rule: SlipRule | undefined, reference: string, charge: Charge): BarLoad =>
  rule?.symbology === 'gs1-128'
    ? { symbology: 'gs1-128', elements: gs1Elements(rule, reference, charge) }
    : { symbology: rule?.symbology ?? 'code128', text: reference }

/** Of application identifier 8020. */
const LONGEST_GS1_REFERENCE = 25

/**
 * 8020 is a payment slip's reference, and what the bank wants besides: 12 the date due, 3902 the amount with two decimals. Those of a fixed length
 * go first, so that one separator does. GS1 wants 415, who invoices, beside 8020: it stands there when the data give it.
 */
function gs1Elements(rule: SlipRule, reference: string, { amount, payBy }: Charge): Gs1Element[] {
  const gln = glnOf(rule)
  const parts = partsOf(rule)
  return [
    ...(gln === null ? [] : [{ ai: '415', value: gln }]),
    ...(parts.includes('dueOn') ? [{ ai: '12', value: shortDate(payBy) }] : []),
    { ai: '8020', value: reference },
    ...(parts.includes('amount') ? [{ ai: '3902', value: String(amount) }] : []),
  ]
}
