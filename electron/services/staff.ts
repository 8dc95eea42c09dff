import type { HandlersOf } from '../../shared/contract/index.ts'
import type { SelfTest } from '../../shared/contract/selfTest.ts'
import type { StaffJob } from '../../shared/contract/staff.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { readStaffReason } from '../../shared/domain/staffReason.ts'
import { invalidFields, valueOf } from '../../shared/domain/typedFields.ts'
import { failure, success } from '../../shared/result.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { listSetAside } from '../cache/queries/feed.ts'
import { listIncidents } from '../cache/queries/incidents.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { healthLimits } from '../health/limits.ts'
import type { KioskFigures } from '../health/figures.ts'
import type { PrintService } from '../printing/printService.ts'
import { auditName, type Actor } from '../session/actor.ts'
import type { Counter } from '../session/counter.ts'
import { actorOf, servesCustomers, type Person } from '../session/person.ts'
import { timeZoneOf } from './printing.ts'

/** So many lines of each list are shown; the counts are whole. */
const MOST_LISTED = 50
/** Jobs of a page. */
const PAGE = 25

interface StaffParts {
  db: ReadableDb
  collect: () => Promise<KioskFigures>
  /** RFC 3339. */
  lastBackupAt: () => string | null
  latestSelfTest: () => SelfTest | null
  printService: Pick<PrintService, 'asking' | 'countAsking' | 'page' | 'reprint' | 'answerAsStaff' | 'printTestPage'>
  counter: Pick<Counter, 'current'>
  clock: Clock
}

/** What staff see of the kiosk's health and of its paper, and what they say of it. */
export function createStaffService({ db, collect, lastBackupAt, latestSelfTest, printService, counter, clock }: StaffParts) {
  /** Numbers of invoices and folios are for those who serve customers. */
  const shown = (job: StaffJob): StaffJob => (servesCustomers(counter.current().person) ? job : { ...job, name: null })
  return {
    'staff.status': async () => {
      // The database is asked before anything is waited for: meanwhile the program may end.
      const lists = { incidents: listIncidents(db, MOST_LISTED), unknownJobs: printService.countAsking(), selfTestFaults: countFaults(latestSelfTest()) }
      const items = listSetAside(db, MOST_LISTED)
      const { changesSetAside, ...figures } = await collect()
      return success({ ...figures, ...lists, limits: healthLimits, setAside: { count: changesSetAside, items }, lastBackupAt: lastBackupAt() })
    },
    'staff.jobs': ({ before }) => {
      const page = printService.page(before, PAGE + 1)
      const asking = before === null ? printService.asking(MOST_LISTED) : []
      return success({ asking: asking.map(shown), jobs: page.slice(0, PAGE).map(shown), more: page.length > PAGE })
    },
    'staff.reprint': ({ jobId, reason, note }) => {
      const fields = { note: readStaffReason(note, { optional: reason !== 'other' }) }
      const wrong = invalidFields(fields)
      if (wrong) return failure(wrong)
      const { id: sessionId, person } = counter.current()
      const businessDateOf = (accountId: string | null): string => businessDate(clock.now(), timeZoneOf(db, accountId))
      return printService.reprint(jobId, { sessionId, who: actorOf(person), reason, note: valueOf(fields.note), businessDateOf })
    },
    'staff.answerJob': ({ jobId, cameOut }) => {
      const answered = printService.answerAsStaff(jobId, cameOut, auditName(whoOf(counter.current().person)))
      return answered.ok ? success(shown(answered.value)) : answered
    },
    'staff.printTestPage': ({ printer }) => {
      const { id: sessionId, person } = counter.current()
      const today = businessDate(clock.now(), readBranch(db)?.timeZone ?? 'UTC')
      const printed = printService.printTestPage({ sessionId, who: whoOf(person), businessDate: today }, printer)
      return printed.ok ? success({}) : printed
    },
  } satisfies HandlersOf<'staff'>
}

const countFaults = (test: SelfTest | null): number => test?.results.filter(({ outcome }) => outcome === 'failed').length ?? 0

/** Whoever uses the page without having signed in is staff without a name. */
const whoOf = (person: Person): Actor | { kind: 'staff' } => (person.kind === 'clerk' ? actorOf(person) : { kind: 'staff' })
