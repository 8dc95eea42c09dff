import { formatDate } from '../../../shared/domain/dates.ts'
import { formatNumber } from '../../../shared/domain/numbers.ts'
import type { Invoice, MeterValue } from '../../../shared/utility-api/generated/types.gen.ts'
import { printable } from '../printable.ts'
import { wordsOf } from '../commonWords.ts'
import { type Labelled, type Writing, labelled } from '../labelled.ts'

export interface ReadingRow {
  label: string
  /** Null where the meter was not read. */
  reading: { date: string; value: string; kind: string } | null
}

export interface Readings {
  rows: ReadingRow[]
  /** Consumption, and how it was converted to the unit that is billed. */
  measures: Labelled[]
}

/** What the meter said, how it is known, and what was billed of it. */
export function readingsOf(invoice: Invoice, writing: Writing): Readings {
  const words = wordsOf(writing.locale)
  return {
    rows: [
      { label: words.previousReading, reading: written(invoice.previousReading, writing) },
      { label: words.currentReading, reading: written(invoice.currentReading, writing) },
    ],
    measures: measuresOf(invoice, writing),
  }
}

function written(value: MeterValue | undefined, { locale }: Writing): ReadingRow['reading'] {
  if (!value) return null
  return {
    date: formatDate(value.takenOn, locale, 'short'),
    value: formatNumber(value.value, locale, 3),
    kind: wordsOf(locale).kinds[value.kind],
  }
}

/** The factor (of gas, PCS) turns metered volume into what is billed; without one the volume itself is billed. */
function measuresOf({ consumption, conversionFactor, billedUnit }: Invoice, { locale, unit }: Writing): Labelled[] {
  const words = wordsOf(locale)
  const metered = `${formatNumber(consumption, locale, 3)} ${unit}`
  if (conversionFactor == null) return labelled([[words.consumption, metered]])
  const billed = `${formatNumber(consumption * conversionFactor, locale, 3)} ${printable(billedUnit ?? unit)}`
  return labelled([
    [words.consumption, metered],
    [words.conversionFactor, formatNumber(conversionFactor, locale, 6)],
    [words.billedConsumption, billed],
  ])
}
