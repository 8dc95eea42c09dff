import type { HandlersOf } from '../../shared/contract/index.ts'
import type { StaffStatus } from '../../shared/contract/staff.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { failure, success } from '../../shared/result.ts'
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
import type { Counter } from '../session/counter.ts'

/** So many lines of each list are shown; the counts are whole. */
const MOST_LISTED = 50

interface StaffParts {
  db: ReadableDb
  /** The program was started with `--diagnostics`. */
  diagnostics: boolean
  collect: () => Promise<KioskFigures>
  /** RFC 3339. */
  lastBackupAt: () => string | null
  printService: Pick<PrintService, 'recent' | 'answerAsStaff' | 'printTestPage'>
  counter: Pick<Counter, 'current'>
  clock: Clock
}

/** What staff see of the kiosk's health and of its paper, and what they say of it. */
export function createStaffService({ db, diagnostics, collect, lastBackupAt, printService, counter, clock }: StaffParts) {
  return {
    'staff.status': async () => {
      if (!diagnostics) return failure({ code: 'not-allowed' })
      // The database is asked before anything is waited for: meanwhile the program may end.
      const lists = {
        refused: refusedCommands(db).slice(0, MOST_LISTED).map(describeRefused),
        incidents: listIncidents(db, MOST_LISTED),
        jobs: printService.recent(MOST_LISTED),
      }
      const items = listSetAside(db, MOST_LISTED)
      const { changesSetAside, ...figures } = await collect()
      return success({ ...figures, ...lists, limits: healthLimits, setAside: { count: changesSetAside, items }, lastBackupAt: lastBackupAt() })
    },
    'staff.answerJob': ({ jobId, cameOut }) => (diagnostics ? printService.answerAsStaff(jobId, cameOut) : failure({ code: 'not-allowed' })),
    'staff.printTestPage': ({ printer }) => {
      if (!diagnostics) return failure({ code: 'not-allowed' })
      const today = businessDate(clock.now(), readBranch(db)?.timeZone ?? 'UTC')
      const printed = printService.printTestPage({ sessionId: counter.current().id, who: { kind: 'staff' }, businessDate: today }, printer)
      return printed.ok ? success({}) : printed
    },
  } satisfies HandlersOf<'staff'>
}

function describeRefused({ id, localFolio, kind, capturedAt, refusal, body }: StoredCommand): StaffStatus['refused'][number] {
  // The table refuses a refused command without its reason.
  const reason = refusal ?? { code: 'unknown', detail: '' }
  return { commandId: id, folio: localFolio, kind, filedAt: capturedAt, reason, text: textOf(readBody(body)) }
}

/** What the customer wrote, where the kind has it and the bytes can still be read. */
const textOf = (command: Command | null): string | null =>
  command && 'text' in command.payload && typeof command.payload.text === 'string' ? command.payload.text : null
