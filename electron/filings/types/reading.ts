import { businessDate } from '../../../shared/domain/dates.ts'
import { meterShape, readMeterValue } from '../../../shared/domain/meterReading.ts'
import { windowState } from '../../../shared/domain/readingWindow.ts'
import type { FieldProblem } from '../../../shared/problems.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import type { FormType } from '../filingType.ts'
import { readingOn, readingsOfMeter } from '../readingToday.ts'

export const reading: FormType<'reading'> = {
  read(form, { db, clock, account, zone, locale }) {
    const today = businessDate(clock.now(), zone.timeZone)
    if (windowState(account.readingWindow, today) !== 'open') return wrong('outside-window')
    if (form.meterNumber !== account.meterNumber) return wrong('other-meter')
    if (readingOn(db, account, today)) return wrong('reading-known')
    const shape = meterShape(readingsOfMeter(db, account).map(({ value }) => value))
    const read = readMeterValue(form.reading, shape, locale)
    return 'problem' in read ? wrong(read.problem) : success({ meterNumber: account.meterNumber, value: read.value, takenOn: today })
  },
  facts: ({ meterNumber, value, takenOn }, writer) => [
    ['meter', meterNumber],
    ['reading', writer.meterReading(value)],
    ['takenOn', writer.date(takenOn)],
  ],
  text: () => '',
}

const wrong = (problem: FieldProblem): Result<never> => failure({ code: 'invalid-fields', fields: [{ field: 'reading', problem }] })
