import { backupsIn, lastBackupAt } from '../cache/backup.ts'
import type { Incident } from '../cache/queries/incidents.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import type { CareOutcome } from './messages.ts'
import { startTask, type RunningTask } from './task.ts'

/** After the first customers of the morning have their screen. */
const FIRST_LOOK = 60_000
const NEXT_LOOK = 10 * 60_000
const DAY = 24 * 60 * 60_000

interface CareParts {
  databaseFile: string
  dataDir: string
  clock: Clock
  log: Log
  /** Nobody is at the counter. */
  isIdle: () => boolean
  /** The file is not what SQLite wrote: salvage it. */
  onCorrupt: () => void
  onIncident: (incident: Incident) => void
  /** What was promised until now is in a sound copy. */
  onBackedUp?: () => void
}

export interface Care {
  /** Ends the task under way at its next step. */
  stop(): Promise<void>
  /** When the newest copy was made; RFC 3339. */
  lastBackupAt(): string | null
}

/** Looks after the database while nobody is at the counter: checks all of it soon after the start and daily, and backs it up daily. */
export function startCare({ databaseFile, dataDir, clock, log, isIdle, onCorrupt, onIncident, onBackedUp }: CareParts): Care {
  const today = (): string => new Date(clock.now()).toISOString().slice(0, 10)
  const last = (): string | null => lastBackupAt(dataDir, today())
  let checkedAt: number | null = null
  let backupFailed = false
  let running: RunningTask | null = null
  let cancelLook = clock.after(FIRST_LOOK, look)

  function look(): void {
    cancelLook = clock.after(NEXT_LOOK, look)
    if (running !== null || !isIdle()) return
    if (isBackupDue()) begin('backup', noteBackup)
    else if (checkedAt === null || clock.elapsed() - checkedAt >= DAY) begin('check', noteCheck)
  }

  /** A copy from the future says nothing about its age. */
  function isBackupDue(): boolean {
    const at = last()
    return at === null || Math.abs(clock.now() - Date.parse(at)) >= DAY
  }

  function begin(task: 'check' | 'backup', note: (outcome: CareOutcome) => void): void {
    running = startTask({ task, databaseFile, backupsDir: backupsIn(dataDir), today: today() })
    running.outcome
      .then((outcome) => {
        running = null
        log.info({ task, outcome: outcome.kind }, 'looked after the database')
        if (outcome.kind === 'corrupt') {
          log.error({ damage: outcome.damage }, 'the database is corrupt')
          onCorrupt()
        } else note(outcome)
      })
      .catch((error: unknown) => {
        running = null
        logBug(log, 'care', error)
      })
  }

  function noteCheck({ kind }: CareOutcome): void {
    if (kind === 'done') checkedAt = clock.elapsed()
  }

  function noteBackup(outcome: CareOutcome): void {
    if (outcome.kind === 'failed' && !backupFailed) onIncident({ code: 'backup-failed', detail: { error: outcome.code } })
    if (outcome.kind === 'stopped') return
    backupFailed = outcome.kind === 'failed'
    if (outcome.kind === 'done') onBackedUp?.()
    // The other task need not wait for the next look.
    cancelLook()
    look()
  }

  return {
    async stop() {
      cancelLook()
      await running?.stop()
    },
    lastBackupAt: last,
  }
}
