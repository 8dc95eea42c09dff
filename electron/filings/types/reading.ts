import type { FilingType } from '../filingType.ts'

export const reading: FilingType<'reading'> = {
  facts: ({ meterNumber, value, takenOn }, writer) => [
    ['meter', meterNumber],
    ['reading', writer.meterReading(value)],
    ['takenOn', writer.date(takenOn)],
  ],
  text: () => '',
}
