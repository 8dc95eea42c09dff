import { businessDate, formatDate } from '../../../shared/domain/dates.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { readBranch } from '../../cache/queries/branch.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import { firstDayOf } from '../../cache/queries/dayRecords.ts'
import { servesCustomers } from '../../session/person.ts'
import { dayEndModel } from '../dayEnd/dayEndModel.ts'
import { dayEndWords } from '../dayEnd/dayEndWords.ts'
import type { DocumentType, DrawingParts, Refs } from '../documentType.ts'
import type { DrawnDocument } from '../drawnDocument.ts'
import { mediaOf } from '../media.ts'
import { namedFile } from '../namedFile.ts'
import { paperLocale } from '../paperLocale.ts'
import { printedAt } from '../printedOn.ts'
import { zoneOf } from '../zoneOf.ts'

/** What this kiosk did on a day of its branch, as it was signed: on sheets, and as PDF and workbook. */
export const dayEnd: DocumentType<'dayEnd'> = {
  authorize({ day }, { db, clock, counter }) {
    const branch = readBranch(db)
    const zone = zoneOf(db, null)
    if (!branch || !zone || !servesCustomers(counter.current().person) || day > businessDate(clock.now(), branch.timeZone))
      return failure({ code: 'not-allowed' })
    // Of a day without records there is no paper, and nothing is to be counted for it.
    const first = firstDayOf(db, branch.timeZone)
    if (first === null || day < first) return failure({ code: 'not-allowed' })
    return success({ accountId: null, name: formatDate(day, paperLocale(zone), 'numeric') })
  },
  accountOf: () => null,
  countedBy: ({ day }) => day,
  takeCopyNumber: takeNumberByJobs('dayEnd'),
  auditSubject: ({ day }) => ({ day }),
  fileName: 'Cierre del día',
  draw: { documents: (ref, { copyNumber }, parts) => drawDay(ref, copyNumber, parts) },
  async makeFile(ref, format, parts) {
    const zone = zoneOf(parts.db, null)
    if (!zone) return failure({ code: 'not-found' })
    const name = dayEndWords(paperLocale(zone)).name(ref.day)
    if (format === 'xlsx') return namedFile(name, format, await parts.records.dayFile({ day: ref.day, createdAt: parts.clock.now() }))
    if (format !== 'pdf') return failure({ code: 'document-failed' })
    const drawn = await drawDay(ref, null, parts)
    return drawn.ok ? namedFile(name, format, drawn.value.bytes) : drawn
  },
}

async function drawDay({ day }: Refs['dayEnd'], copyNumber: number | null, { db, clock, drawing, records }: DrawingParts): Promise<Result<DrawnDocument>> {
  const [branch, zone] = [readBranch(db), zoneOf(db, null)]
  const reading = await records.day(day)
  if (!branch || !zone || !reading) return failure({ code: 'not-found' })
  const model = dayEndModel({ reading, branch, zone, printedOn: printedAt(clock.now(), branch.timeZone), copyNumber })
  const { pdf, sheets } = await drawing.drawDayEnd(model)
  return success({ bytes: pdf, sheets, kind: 'dayEnd', media: mediaOf(zone) })
}
