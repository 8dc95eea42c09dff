import type { HandlersOf } from '../../shared/contract/index.ts'
import type { StaffStatus } from '../../shared/contract/staff.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { success } from '../../shared/result.ts'
import type { Command } from '../../shared/utility-api/generated/types.gen.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { readBody, refusedCommands, type StoredCommand } from '../cache/queries/commands.ts'
import { listSetAside } from '../cache/queries/feed.ts'
import { listIncidents } from '../cache/queries/incidents.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { healthLimits } from '../health/limits.ts'
import type { KioskFigures } from '../health/figures.ts'
import type { PrintService } from '../printing/printService.ts'
import { auditName, type Actor } from '../session/actor.ts'
import type { Counter } from '../session/counter.ts'
import { actorOf, type Person } from '../session/person.ts'

/** So many lines of each list are shown; the counts are whole. */
const MOST_LISTED = 50

interface StaffParts {
  db: ReadableDb
  collect: () => Promise<KioskFigures>
  /** RFC 3339. */
  lastBackupAt: () => string | null
  printService: Pick<PrintService, 'recent' | 'answerAsStaff' | 'printTestPage'>
  counter: Pick<Counter, 'current'>
  clock: Clock
}

/** What staff see of the kiosk's health and of its paper, and what they say of it. */
export function createStaffService({ db, collect, lastBackupAt, printService, counter, clock }: StaffParts) {
  return {
    'staff.status': async () => {
      // The database is asked before anything is waited for: meanwhile the program may end.
      const lists = {
        refused: refusedCommands(db)
          .slice(0, MOST_LISTED)
          .map(describeRefused(readsRequests(counter.current().person))),
        incidents: listIncidents(db, MOST_LISTED),
        jobs: printService.recent(MOST_LISTED),
      }
      const items = listSetAside(db, MOST_LISTED)
      const { changesSetAside, ...figures } = await collect()
      return success({ ...figures, ...lists, limits: healthLimits, setAside: { count: changesSetAside, items }, lastBackupAt: lastBackupAt() })
    },
    'staff.answerJob': ({ jobId, cameOut }) => printService.answerAsStaff(jobId, cameOut, auditName(whoOf(counter.current().person))),
    'staff.printTestPage': ({ printer }) => {
      const { id: sessionId, person } = counter.current()
      const today = businessDate(clock.now(), readBranch(db)?.timeZone ?? 'UTC')
      const printed = printService.printTestPage({ sessionId, who: whoOf(person), businessDate: today }, printer)
      return printed.ok ? success({}) : printed
    },
  } satisfies HandlersOf<'staff'>
}

/** Whoever uses the page without having signed in is staff without a name. */
const whoOf = (person: Person): Actor | { kind: 'staff' } => (person.kind === 'clerk' ? actorOf(person) : { kind: 'staff' })

/** What customers wrote is for those who serve them. */
const readsRequests = (person: Person): boolean => person.kind !== 'clerk' || person.roles.some((role) => role !== 'technician')

const describeRefused =
  (withText: boolean) =>
  ({ id, localFolio, kind, capturedAt, refusal, body }: StoredCommand): StaffStatus['refused'][number] => {
    // The table refuses a refused command without its reason.
    const reason = refusal ?? { code: 'unknown', detail: '' }
    return { commandId: id, folio: localFolio, kind, filedAt: capturedAt, reason, text: withText ? textOf(readBody(body)) : null }
  }

/** What the customer wrote, where the kind has it and the bytes can still be read. */
const textOf = (command: Command | null): string | null =>
  command && 'text' in command.payload && typeof command.payload.text === 'string' ? command.payload.text : null
