import type { ReadableDb } from '../../cache/db.ts'
import { readBranch } from '../../cache/queries/branch.ts'
import { readDayEnd } from '../../dayEnd/readDayEnd.ts'
import { printedAt } from '../printedOn.ts'
import type { DayFileOrder } from '../records/recordJobs.ts'
import { zoneOf } from '../zoneOf.ts'
import { dayEndModel } from './dayEndModel.ts'
import { dayEndWorkbook } from './dayEndWorkbook.ts'

/** The workbook of a day; null before the utility has said which branch this is. */
export async function writeDayFile(db: ReadableDb, { day, createdAt }: DayFileOrder): Promise<Uint8Array<ArrayBuffer> | null> {
  const [branch, zone, reading] = [readBranch(db), zoneOf(db, null), readDayEnd(db, day)]
  if (!branch || !zone || !reading) return null
  return dayEndWorkbook(dayEndModel({ reading, branch, zone, printedOn: printedAt(createdAt, branch.timeZone), copyNumber: null }), createdAt)
}
