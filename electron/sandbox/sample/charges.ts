import type { Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Subject } from './account.ts'
import { knownLatestInvoice } from './known.ts'
import { MONTHS, type MeteredMonth } from './meter.ts'

type Line = Invoice['lines'][number]
type Tax = Invoice['taxes'][number]
type TaxedLine = Line & { rate: number }

/** What a month costs: lines and taxes in minor units, which add up to the total exactly. */
export interface Charged {
  lines: Line[]
  taxes: Tax[]
  total: number
  conversionFactor: number | null
  billedUnit: string | null
}

const MONTHLY_RISE = 0.0045
const EXTRA_LINES = 38

const minor = (major: number): number => Math.round(major * 100)
const decimals = (value: number, places: number): number => Number(value.toFixed(places))

/** Prices one month of use as the zone does. */
export function chargeMonth(subject: Subject, month: MeteredMonth): Charged {
  const { profile } = subject
  const factor = conversionFactor(subject, month)
  const usage = usageLine(subject, month, factor)
  const taxed = [usage, ...shareLines(subject, usage), fixedLine(subject), ...occasionalLines(subject, month)]
  const taxes = taxesOf(taxed)
  const total = sum(taxed) + sum(taxes)
  const lines = taxed.map(({ rate: _rate, ...line }) => line)
  return { lines, taxes, total, conversionFactor: factor, billedUnit: profile.charges.conversion?.unit ?? null }
}

const sum = (parts: readonly { amount: number }[]): number => parts.reduce((total, part) => total + part.amount, 0)

/** The heating value varies a little from month to month, and stands on the bill. */
function conversionFactor(subject: Subject, month: MeteredMonth): number | null {
  const { conversion } = subject.profile.charges
  if (!conversion) return null
  return Number((conversion.factor * (1 + ((month.monthsAgo % 5) - 2) * 0.002)).toPrecision(5))
}

function usageLine(subject: Subject, month: MeteredMonth, factor: number | null): TaxedLine {
  const { charges, zone } = subject.profile
  const quantity = decimals(month.consumption * (factor ?? 1), 3)
  const own = { ...charges.usage, quantity, unit: charges.conversion?.unit ?? zone.unit }
  if (subject.index === 0 && month.monthsAgo === 0) {
    const amount = knownLatestInvoice.usageAmount
    return { ...own, unitPrice: decimals(amount / 100 / quantity, 6), amount }
  }
  const unitPrice = decimals(charges.unitPrice * (1 + MONTHLY_RISE * (MONTHS - 1 - month.monthsAgo)), 6)
  return { ...own, unitPrice, amount: minor(quantity * unitPrice) }
}

function shareLines(subject: Subject, usage: TaxedLine): TaxedLine[] {
  return subject.profile.charges.shares.map(({ description, share, rate }) => ({
    description,
    amount: Math.round(usage.amount * share),
    rate,
  }))
}

function fixedLine(subject: Subject): TaxedLine {
  const { description, amount, rate } = subject.profile.charges.fixed
  return { description, amount: minor(amount), rate }
}

/** Adjustments, inspections and the like; never on the latest bill of the first account, whose total is known. */
function occasionalLines(subject: Subject, month: MeteredMonth): TaxedLine[] {
  const latest = month.monthsAgo === 0
  if (latest && subject.index === 0) return []
  if (latest && subject.traits.manyLines) return manyLines(subject)
  const { occasional, usage } = subject.profile.charges
  const lines: TaxedLine[] = []
  if (month.current?.kind === 'actual' && month.previous?.kind === 'estimated') {
    const amount = subject.chance.number.int({ min: -9_500, max: 6_500 })
    lines.push({ description: 'Ajuste por lectura estimada', amount, rate: usage.rate })
  }
  if (subject.chance.number.int(17) === 0) {
    lines.push({ description: occasional.description, amount: minor(occasional.amount), rate: occasional.rate })
  }
  return lines
}

function manyLines(subject: Subject): TaxedLine[] {
  const { usage } = subject.profile.charges
  return Array.from({ length: EXTRA_LINES }, (_, place) => ({
    description: `Aparato ${place + 1}: revisión, ajuste de quemadores y prueba de hermeticidad`,
    quantity: 1,
    unit: 'servicio',
    unitPrice: 35 + place,
    amount: minor(35 + place),
    rate: usage.rate,
  }))
}

/** One tax for each rate that occurs, lowest first; a rate of zero is said too. */
function taxesOf(lines: readonly TaxedLine[]): Tax[] {
  const rates = [...new Set(lines.map((line) => line.rate))].sort((one, other) => one - other)
  return rates.map((rate) => {
    const base = sum(lines.filter((line) => line.rate === rate))
    return { name: 'IVA', rate, amount: Math.round(base * rate) }
  })
}
