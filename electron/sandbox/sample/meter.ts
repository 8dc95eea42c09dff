import type { MeterValue } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Subject } from './account.ts'
import { addDays, addMonths, monthIndex } from './calendar.ts'
import { knownLatestInvoice } from './known.ts'

/** Bills go back three years, so that every month of the last two has one a year before. */
export const MONTHS = 37

const DAYS_FROM_READING_TO_INVOICE = 3
const COMPANY_FACTOR = 9

/** What the meter showed for one month's bill. */
export interface MeteredMonth {
  monthsAgo: number
  issuedOn: string
  previousReadOn: string
  readOn: string
  consumption: number
  /** Null where nobody read the meter: the bill is made from the usual use. */
  previous: MeterValue
  current: MeterValue
}

/** The meter's history, oldest month first. Each month begins with the value at which the one before ended. */
export function meteredMonths(subject: Subject): MeteredMonth[] {
  const lastIssuedOn = addDays(subject.today, -subject.traits.invoiceAge)
  const readOn = (monthsAgo: number): string => addDays(addMonths(lastIssuedOn, -monthsAgo), -DAYS_FROM_READING_TO_INVOICE)
  let value = subject.chance.number.int({ min: 150, max: 6_000 })
  let previous: MeterValue = { takenOn: readOn(MONTHS), value, kind: 'actual' }
  const months: MeteredMonth[] = []
  for (let monthsAgo = MONTHS - 1; monthsAgo >= 0; monthsAgo--) {
    const consumption = consumptionOf(subject, monthsAgo, readOn(monthsAgo))
    value += consumption
    const current: MeterValue = { takenOn: readOn(monthsAgo), value, kind: kindOf(subject) }
    const missing = subject.traits.missingReadingAt === monthsAgo
    months.push({
      monthsAgo,
      issuedOn: addMonths(lastIssuedOn, -monthsAgo),
      previousReadOn: readOn(monthsAgo + 1),
      readOn: readOn(monthsAgo),
      consumption,
      previous,
      current: missing ? null : current,
    })
    previous = missing ? null : current
  }
  return months
}

function consumptionOf(subject: Subject, monthsAgo: number, readOn: string): number {
  const { charges } = subject.profile
  if (subject.index === 0 && monthsAgo === 0) return knownLatestInvoice.consumption
  const season = charges.seasons[monthIndex(readOn)] ?? 1
  const size = subject.traits.company ? COMPANY_FACTOR : 1
  return Math.round(charges.monthlyUse * size * season * subject.chance.number.float({ min: 0.8, max: 1.2 }))
}

function kindOf(subject: Subject): 'actual' | 'estimated' | 'customer' {
  return subject.chance.helpers.weightedArrayElement([
    { weight: 84, value: 'actual' },
    { weight: 11, value: 'estimated' },
    { weight: 5, value: 'customer' },
  ])
}
