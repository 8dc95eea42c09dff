import type { MeterValue } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Subject } from './account.ts'
import { addDays, addMonths, monthIndex } from './calendar.ts'
import { knownLatestInvoice } from './known.ts'

/** Bills go back three years, so that every month of the last two has one a year before. */
export const MONTHS = 37

const DAYS_FROM_READING_TO_INVOICE = 3
const COMPANY_FACTOR = 9
/** Of a meter with five digits. */
const END = 100_000
/** A week or two before it begins again. */
const LAST_BEFORE_ZERO = 99_990

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
  let latest = 0
  let previous: MeterValue = { takenOn: readOn(MONTHS), value, kind: 'actual' }
  const months: MeteredMonth[] = []
  for (let monthsAgo = MONTHS - 1; monthsAgo >= 0; monthsAgo--) {
    const consumption = consumptionOf(subject, monthsAgo, readOn(monthsAgo))
    value = rounded(value + consumption)
    latest = consumption
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
  if (subject.traits.meterNearEnd) return months.map((month) => moved(month, LAST_BEFORE_ZERO - value))
  if (subject.traits.meterBeganAnew) return months.map((month) => moved(month, END - 1 - (value - latest)))
  return months
}

/** The same months on a meter that had counted so much more before; past its end it goes on from zero. */
function moved(month: MeteredMonth, by: number): MeteredMonth {
  const move = (reading: MeterValue): MeterValue => reading && { ...reading, value: rounded((reading.value + by) % END) }
  return { ...month, previous: move(month.previous), current: move(month.current) }
}

function consumptionOf(subject: Subject, monthsAgo: number, readOn: string): number {
  const { charges } = subject.profile
  if (subject.index === 0 && monthsAgo === 0) return knownLatestInvoice.consumption
  const season = charges.seasons[monthIndex(readOn)] ?? 1
  const size = subject.traits.company ? COMPANY_FACTOR : 1
  const use = charges.monthlyUse * size * season * subject.chance.number.float({ min: 0.8, max: 1.2 })
  return subject.traits.decimalMeter ? rounded(use) : Math.round(use)
}

/** To a tenth, as the meters with a decimal are read; sums of tenths carry what binary fractions leave. */
const rounded = (value: number): number => Math.round(value * 10) / 10

function kindOf(subject: Subject): 'actual' | 'estimated' | 'customer' {
  return subject.chance.helpers.weightedArrayElement([
    { weight: 84, value: 'actual' },
    { weight: 11, value: 'estimated' },
    { weight: 5, value: 'customer' },
  ])
}
