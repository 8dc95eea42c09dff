import { backupsIn, lastBackupAt } from '../cache/backup.ts'
import type { Incident } from '../cache/queries/incidents.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import type { MaintenanceOrder, MaintenanceOutcome } from './messages.ts'
import { startTask, type RunningTask, type TaskOrder } from './task.ts'

/** After the first customers of the morning have their screen. */
const FIRST_LOOK = 60_000
const NEXT_LOOK = 10 * 60_000
const DAY = 24 * 60 * 60_000

interface MaintenanceParts {
  databaseFile: string
  dataDir: string
  clock: Clock
  log: Log
  /** Nobody is at the counter. */
  isIdle: () => boolean
  /** The file is not what SQLite wrote: recover it. */
  onCorrupt: () => void
  onIncident: (incident: Incident) => void
  /** There is a new sound copy of the durable tables: the journal can be trimmed. */
  onBackedUp?: (backupFile: string) => void
}

export interface Maintenance {
  /** Ends the task under way at its next step. */
  stop(): Promise<void>
  /** When the newest copy was made; RFC 3339. */
  lastBackupAt(): string | null
  /** Tries the newest copy. `stopped`: it could not be tried to the end. */
  restore(): Promise<'restored' | 'noBackup' | 'unreadableBackup' | 'stopped'>
}

/** Maintains the database while nobody is at the counter: checks all of it soon after the start and daily, and backs it up daily. */
export function startMaintenance(parts: MaintenanceParts): Maintenance {
  const { dataDir, clock, isIdle, onIncident, onBackedUp } = parts
  const last = (): string | null => lastBackupAt(dataDir, dayOf(clock))
  let checkedAt: number | null = null
  let backupFailed = false
  let running: RunningTask | null = null
  const trials = createTrials(parts)
  let cancelLook = clock.after(FIRST_LOOK, look)

  function look(): void {
    cancelLook = clock.after(NEXT_LOOK, look)
    if (running !== null || !isIdle()) return
    if (!backupFailed && isOld(last(), clock)) begin('backup', noteBackup)
    else if (checkedAt === null || clock.elapsed() - checkedAt >= DAY) begin('check', noteCheck)
    else if (isOld(last(), clock)) begin('backup', noteBackup)
  }

  function begin(task: MaintenanceOrder['task'], note: (outcome: MaintenanceOutcome) => void): void {
    running = startTask(orderOf(parts, task))
    void outcomeOf(running, parts, task).then((outcome) => {
      running = null
      if (outcome) note(outcome)
    })
  }

  function noteCheck({ kind }: MaintenanceOutcome): void {
    if (kind === 'sound') checkedAt = clock.elapsed()
  }

  function noteBackup(outcome: MaintenanceOutcome): void {
    if (outcome.kind === 'stopped') return
    if (outcome.kind === 'failed' && !backupFailed) onIncident({ code: 'backup-failed', detail: { error: outcome.code } })
    backupFailed = outcome.kind === 'failed'
    if (outcome.kind === 'backedUp') onBackedUp?.(outcome.backupFile)
  }

  return {
    async stop() {
      cancelLook()
      await Promise.all([running?.stop(), trials.stop()])
    },
    lastBackupAt: last,
    restore: trials.restore,
  }
}

/** Tries the newest copy; who asks while that is under way gets its outcome too. */
function createTrials(parts: MaintenanceParts) {
  let trial: RunningTask | null = null
  return {
    async restore(): ReturnType<Maintenance['restore']> {
      trial ??= startTask(orderOf(parts, 'restore'))
      const outcome = await outcomeOf(trial, parts, 'restore')
      trial = null
      const isJudged = outcome?.kind === 'restored' || outcome?.kind === 'noBackup' || outcome?.kind === 'unreadableBackup'
      return isJudged ? outcome.kind : 'stopped'
    },
    stop: (): Promise<void> => trial?.stop() ?? Promise.resolve(),
  }
}

/** Null for a bug and for damage, which are said here. */
async function outcomeOf({ outcome }: RunningTask, { log, onCorrupt }: MaintenanceParts, task: string): Promise<MaintenanceOutcome | null> {
  try {
    const ended = await outcome
    log.info({ task, outcome: ended.kind }, 'database maintenance task ended')
    if (ended.kind !== 'corrupt') return ended
    log.error({ damage: ended.damage }, 'database corrupt')
    onCorrupt()
  } catch (error) {
    logBug(log, 'maintenance', error)
  }
  return null
}

const orderOf = ({ databaseFile, dataDir, clock }: MaintenanceParts, task: MaintenanceOrder['task']): TaskOrder => ({
  task,
  databaseFile,
  backupsDir: backupsIn(dataDir),
  today: dayOf(clock),
})

const dayOf = (clock: Clock): string => new Date(clock.now()).toISOString().slice(0, 10)

/** A day or more; one from the future says nothing about its age. */
const isOld = (backupAt: string | null, clock: Clock): boolean => backupAt === null || Math.abs(clock.now() - Date.parse(backupAt)) >= DAY
