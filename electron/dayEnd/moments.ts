import type { DayFigure } from '../../shared/contract/dayEnd.ts'
import type { Span } from '../../shared/domain/dayHours.ts'
import type { ReadableDb } from '../cache/db.ts'
import { auditedIn, lastOfJob, whoFiled, type AuditedMoment } from '../cache/queries/dayAudit.ts'
import { filedIn, printedIn, refusedIn, type CommandMoment } from '../cache/queries/dayRecords.ts'

/** Something that happened once or several times over at one moment. */
export interface Moment {
  /** Milliseconds. */
  at: number
  /** As the audit calls them. */
  who: string
  figure: DayFigure
  count: number
}

/** By the tables of what was filed and printed. How many refused ones staff closed they do not say. */
export function momentsOfRecords(db: ReadableDb, span: Span): Moment[] {
  const command =
    (figure: DayFigure) =>
    ({ at, clerkId }: CommandMoment): Moment => ({ at: Date.parse(at), who: clerkId === null ? 'customers' : `clerk:${clerkId}`, figure, count: 1 })
  const printed = printedIn(db, span).flatMap(({ at, who, sheets }) => paper(at, who, sheets))
  return [...filedIn(db, span).map(command('filed')), ...refusedIn(db, span).map(command('refused')), ...printed]
}

/** The same by the audit alone. */
export const momentsOfAudit = (db: ReadableDb, span: Span): Moment[] => auditedIn(db, span).flatMap((moment) => told(db, moment))

function told(db: ReadableDb, { at: text, who, what, jobId, commandId }: AuditedMoment): Moment[] {
  const at = Date.parse(text)
  switch (what) {
    case 'command.filed':
      return [{ at, who, figure: 'filed', count: 1 }]
    case 'command.refused':
      return [{ at, who: (commandId !== null && whoFiled(db, commandId)) || 'customers', figure: 'refused', count: 1 }]
    case 'command.closed':
      return [{ at, who, figure: 'closed', count: 1 }]
    case 'print.requested': {
      const end = jobId === null ? null : lastOfJob(db, jobId)
      const cameOut = end?.outcome === 'confirmed' || (end?.outcome === 'unknown' && end.cameOut !== 'no')
      return cameOut ? paper(at, who, end.sheets) : []
    }
  }
}

const paper = (at: number, who: string, sheets: number | null): Moment[] => [
  { at, who, figure: 'jobs', count: 1 },
  { at, who, figure: 'sheets', count: sheets ?? 0 },
]
