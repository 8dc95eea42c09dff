import { checkDigitOf } from '../../../shared/domain/checkDigit.ts'
import type { Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Subject } from './account.ts'
import { addDays, monthKey } from './calendar.ts'
import { chargeMonth } from './charges.ts'
import { fiscalOf } from './fiscal.ts'
import { type MeteredMonth, meteredMonths } from './meter.ts'

/** An invoice as it was issued, before anybody paid it. */
export interface Issued {
  invoice: Invoice
  monthsAgo: number
}

const FISCAL_MONTHS = 3
const ORIGINAL_MONTHS = 2

/** All invoices of an account, oldest first, wholly unpaid. */
export const issueInvoices = (subject: Subject): { months: MeteredMonth[]; issued: Issued[] } => {
  const months = meteredMonths(subject)
  return { months, issued: months.map((month) => ({ invoice: issue(subject, month), monthsAgo: month.monthsAgo })) }
}

function issue(subject: Subject, month: MeteredMonth): Invoice {
  const { account, profile, index } = subject
  const charged = chargeMonth(subject, month)
  const serial = serialOf(index, month.monthsAgo)
  const id = `${account.id}-${monthKey(month.issuedOn)}`
  const bill = { id, issuedOn: month.issuedOn, total: charged.total }
  return {
    ...bill,
    accountId: account.id,
    number: profile.printInvoiceNumber(serial),
    dueOn: addDays(month.issuedOn, profile.charges.daysToPay),
    periodStart: addDays(month.previousReadOn, 1),
    periodEnd: month.readOn,
    balance: charged.total,
    status: 'open',
    consumption: month.consumption,
    conversionFactor: charged.conversionFactor,
    billedUnit: charged.billedUnit,
    previousReading: month.previous,
    currentReading: month.current,
    lines: charged.lines,
    taxes: charged.taxes,
    paymentReference: paymentReference(profile.code, account.number, serial),
    fiscal: month.monthsAgo < FISCAL_MONTHS ? fiscalOf(subject, bill, serial) : null,
    hasDocument: subject.traits.keepsOriginals && month.monthsAgo < ORIGINAL_MONTHS,
    documentDigest: null,
  }
}

/**
 * Eight digits that rise by a million a month and never repeat for up to a million accounts. Start and step are such that the latest
 * invoices of the first two accounts are 40432503 and 40389382.
 */
export function serialOf(index: number, monthsAgo: number): string {
  const place = (432_503 + index * 956_879) % 1_000_000
  return String(40_000_000 - monthsAgo * 1_000_000 + place).padStart(8, '0')
}

/** Zone, account, invoice and a check digit: twenty digits, an even number, as interleaved bars want. */
function paymentReference(code: string, account: string, serial: string): string {
  const digits = code + account.padStart(8, '0') + serial
  return digits + (checkDigitOf(digits, 'luhn') ?? '')
}
