import { businessDate } from '../../../shared/domain/dates.ts'
import { meterShape, readMeterValue } from '../../../shared/domain/meterReading.ts'
import { typedNumber } from '../../../shared/domain/typedNumber.ts'
import { windowState } from '../../../shared/domain/readingWindow.ts'
import type { FieldProblem } from '../../../shared/problems.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import type { FormType } from '../filingType.ts'
import { readingOn, readingsOfMeter } from '../readingToday.ts'

export const reading: FormType<'reading'> = {
  read(form, { db, clock, account, zone, locale, corrected }) {
    // A correction is of the day on which the meter was read, which may be long past: whether it still counts the utility says.
    const corrects = corrected?.kind === 'reading' ? corrected.payload : null
    const takenOn = corrects?.takenOn ?? businessDate(clock.now(), zone.timeZone)
    if (!corrects && windowState(account.readingWindow, takenOn) !== 'open') return wrong('outside-window')
    if (form.meterNumber !== account.meterNumber) return wrong('other-meter')
    if (isKnown(readingOn(db, account, takenOn), corrected?.id)) return wrong('reading-known')
    const shape = meterShape(readingsOfMeter(db, account).map(({ value }) => value))
    const read = readMeterValue(form.reading, shape, locale)
    return 'problem' in read ? wrong(read.problem) : success({ meterNumber: account.meterNumber, value: read.value, takenOn })
  },
  facts: ({ meterNumber, value, takenOn }, writer) => [
    ['meter', meterNumber],
    ['reading', writer.meterReading(value)],
    ['takenOn', writer.date(takenOn)],
  ],
  text: () => '',
  refill: ({ meterNumber, value }, { locale }) => ({ kind: 'reading', meterNumber, reading: typedNumber(value, locale) }),
}

/** The one that is corrected is known too, and stands in nobody's way. */
const isKnown = (known: ReturnType<typeof readingOn>, corrected: string | undefined): boolean =>
  known !== null && (corrected === undefined || known.filed?.id !== corrected)

const wrong = (problem: FieldProblem): Result<never> => failure({ code: 'invalid-fields', fields: [{ field: 'reading', problem }] })
