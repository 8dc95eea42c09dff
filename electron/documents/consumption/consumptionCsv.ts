import { csvOf } from '../csv.ts'
import type { ConsumptionModel } from './consumptionModel.ts'
import { consumptionWords } from './consumptionWords.ts'

/** Heading, then a line for each reading, oldest first. */
export function consumptionCsv({ locale, unit, readings }: ConsumptionModel): Uint8Array<ArrayBuffer> {
  const csv = csvOf(locale)
  const words = consumptionWords(locale)
  const heading = [words.date, words.meter, words.value(unit), words.kind, words.consumption(unit)].map(csv.text)
  const lines = readings.map(({ takenOn, meterNumber, value, kind, consumption }) => [
    takenOn,
    csv.text(meterNumber),
    csv.figure(value),
    csv.text(words.kinds[kind]),
    consumption == null ? '' : csv.figure(consumption),
  ])
  return csv.file([heading, ...lines])
}
