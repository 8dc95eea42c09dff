import type { PrinterRole, PrintJob, PrintTrouble } from '../../shared/contract/printing.ts'
import type { StaffJob } from '../../shared/contract/staff.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit/audit.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import type { AuditName } from '../session/actor.ts'
import { canPrintAnother, canSendAgain, describeForStaff, describeJob, isOpen, type StoredJob } from './job.ts'
import { createLedger, type JobLedger, type PrintOrder } from './jobStore.ts'
import { limitReached, type SheetLimits } from './limits.ts'
import type { Printer } from './printer.ts'
import { createRunner, type Runner } from './printWorker.ts'
import { printTimings, type PrintTimings } from './timings.ts'
import { storing } from './storing.ts'
import { createTouches, isSameWish, type Touches } from './touches.ts'
import type { Draw } from './work.ts'

export type { PrintOrder } from './jobStore.ts'

export interface QueueParts {
  db: Db
  role: PrinterRole
  printer: Printer
  clock: Clock
  log: Log
  audit?: Audit
  limits: SheetLimits
  draw: Draw
  /** After every change of a job. */
  onJob: (job: PrintJob, sessionId: string) => void
  newId?: () => string
  timings?: PrintTimings
}

interface PrintAnswer {
  cameOut: boolean
  trouble?: PrintTrouble | undefined
}

/** Jobs of one printer, one after another. A job of another session answers `not-allowed`. */
export interface PrintQueue {
  /**
   * Stores the job and answers at once; drawing and sending follow by themselves. Problems: sheet-limit-visit,
   * sheet-limit-account, cannot-store.
   */
  print(order: PrintOrder): Result<PrintJob>
  get(jobId: string, sessionId: string): Result<PrintJob>
  /** A queued job ends now, a sent one when its printer has let go of it. Problem: job-finished. */
  cancel(jobId: string, sessionId: string): Result<PrintJob>
  /**
   * Sends a job again that surely left no paper, or prints a new copy of one that did not come out. Problems: job-finished,
   * sheet-limit-visit, sheet-limit-account, cannot-store.
   */
  retry(jobId: string, sessionId: string): Result<PrintJob>
  /** The person's word about a job whose end is unknown. Problem: job-finished. */
  answer(jobId: string, sessionId: string, answer: PrintAnswer): Result<PrintJob>
  /** The same by somebody who looked at the printer after whoever asked for it was gone. Problems: not-found, job-finished. */
  answerAsStaff(jobId: string, cameOut: boolean): Result<StaffJob>
  /** A job of whatever session. */
  forStaff(jobId: string): StaffJob | undefined
  /** Takes back what still waits of the same document in the same session; answers the job when its printer has it already. */
  takeBack(order: PrintOrder): PrintJob | null
  /** At start: what was on its way is unknown now, what waited is cancelled, because the person is gone. */
  recover(): void
  /** The person is gone: a sheet on its way comes out, nothing else of theirs waits any more, here or in the printer. */
  endSession(sessionId: string): void
  /** True while paper of this session is really on its way; not while the printer waits for somebody, or does not get on. */
  isPrinting(sessionId: string): boolean
  /** Paper of this session comes as soon as somebody has seen to the printer. */
  needsSomebody(sessionId: string): boolean
  /** Leaves the jobs as they are, for `recover`, and closes the printer. */
  stop(): Promise<void>
}

/** What the functions below share. */
interface Desk {
  db: Db
  role: PrinterRole
  ledger: JobLedger
  runner: Runner
  touches: Touches
  limits: SheetLimits
  describe: (job: StoredJob) => PrintJob
}

export function createPrintQueue(parts: QueueParts): PrintQueue {
  const desk = openDesk(parts)
  const { ledger, runner, touches, describe } = desk

  const described = (ask: () => Result<StoredJob>): Result<PrintJob> => {
    const done = storing(ask)
    return done.ok ? success(describe(done.value)) : done
  }
  const openOf = (sessionId: string): StoredJob[] => ledger.open().filter((job) => job.sessionId === sessionId)

  /** Does it with the job if the session holds it. */
  const withJob = (jobId: string, sessionId: string, act: (job: StoredJob) => Result<StoredJob>): Result<PrintJob> =>
    described(() => {
      const job = ledger.find(jobId)
      if (!job) return failure({ code: 'not-found' })
      return job.sessionId === sessionId ? act(job) : failure({ code: 'not-allowed' })
    })

  return {
    print: (order) => described(() => print(desk, order)),
    get: (jobId, sessionId) => withJob(jobId, sessionId, success),
    cancel: (jobId, sessionId) => withJob(jobId, sessionId, (job) => cancel(desk, job)),
    retry: (jobId, sessionId) => withJob(jobId, sessionId, (job) => retry(desk, job)),
    answer: (jobId, sessionId, said) => withJob(jobId, sessionId, (job) => answer(desk, job, said)),
    ...staffSide(desk),
    takeBack(order) {
      const job = ledger.open().find((open) => isSameWish(open, order))
      return !job || cancelQueued(desk, job) ? null : describe(job)
    },
    recover() {
      for (const job of ledger.open()) ledger.settle(job, 'print.ended', { state: job.state === 'sent' ? 'unknown' : 'cancelled' })
    },
    endSession(sessionId) {
      for (const job of openOf(sessionId)) if (!runner.leave(job.id)) cancel(desk, job)
      touches.forget()
    },
    isPrinting: (sessionId) => openOf(sessionId).some(({ id }) => (runner.inWork(id)?.attention ?? null) === null),
    needsSomebody: (sessionId) => openOf(sessionId).some(({ id }) => runner.needsSomebody(id)),
    async stop() {
      await runner.stop()
      ledger.stop()
    },
  }
}

function openDesk({ onJob, newId, timings = printTimings, ...parts }: QueueParts): Desk {
  const { db, role, printer, clock, log, audit, limits } = parts
  const describe = (job: StoredJob): PrintJob => describeJob(job, runner.inWork(job.id))
  const announce = (job: StoredJob): void => onJob(describe(job), job.sessionId)
  const ledger = createLedger({ db, clock, log, audit, role, printerName: printer.name, retry: timings.storageRetry, newId, announce })
  const runner = createRunner({ ...parts, ledger, timings, announce })
  return { db, role, ledger, runner, touches: createTouches(clock, timings.doubleTouch), limits, describe }
}

/** What staff see and say, who hold no session. */
function staffSide(desk: Desk): Pick<PrintQueue, 'answerAsStaff' | 'forStaff'> {
  const { ledger, runner } = desk
  return {
    answerAsStaff(jobId, cameOut) {
      const job = ledger.find(jobId)
      if (!job) return failure({ code: 'not-found' })
      const answered = storing(() => answer(desk, job, { cameOut, trouble: 'nothing' }, 'staff'))
      return answered.ok ? success(describeForStaff(answered.value, null)) : answered
    },
    forStaff(jobId) {
      const job = ledger.find(jobId)
      return job && describeForStaff(job, runner.inWork(jobId))
    },
  }
}

function print(desk: Desk, order: PrintOrder): Result<StoredJob> {
  const before = touchedBefore(desk, order)
  if (before) return success(before)
  const limit = limitReached(desk.db, { ...order, printer: desk.role }, desk.limits)
  if (limit) return failure({ code: limit })
  const job = desk.ledger.add(order)
  desk.touches.remember(order, job.id)
  desk.runner.start()
  return success(job)
}

/** The job of a first touch that this one repeats; who has cancelled and touches again means it. */
function touchedBefore({ ledger, touches }: Desk, order: PrintOrder): StoredJob | undefined {
  const open = ledger.open().find((job) => isSameWish(job, order))
  const touched = open?.id ?? touches.recall(order)
  const job = touched === undefined ? undefined : ledger.find(touched)
  return job?.state === 'cancelled' ? undefined : job
}

function cancel({ ledger, runner }: Desk, job: StoredJob): Result<StoredJob> {
  if (job.state === 'cancelled') return success(job)
  if (!isOpen(job)) return failure({ code: 'job-finished' })
  const cancelled = cancelQueued({ ledger, runner }, job)
  if (cancelled) return success(cancelled)
  runner.cancel(job.id)
  return success(ledger.settle(job, 'print.cancelAsked', {}))
}

/** Undefined when its printer may have it. */
function cancelQueued({ ledger, runner }: Pick<Desk, 'ledger' | 'runner'>, job: StoredJob): StoredJob | undefined {
  const cancelled = ledger.settleQueued(job, 'print.ended', { state: 'cancelled' })
  if (cancelled) runner.wake()
  return cancelled
}

function retry({ db, ledger, runner, limits }: Desk, asked: StoredJob): Result<StoredJob> {
  const job = (asked.replacedBy !== null && ledger.find(asked.replacedBy)) || asked
  if (isOpen(job)) return success(job)
  if (!canSendAgain(job) && !canPrintAnother(job)) return failure({ code: 'job-finished' })
  const limit = limitReached(db, job, limits)
  if (limit) return failure({ code: limit })
  const again = canPrintAnother(job) ? ledger.addAnother(job) : ledger.change(job.id, 'print.retried', { state: 'queued', problem: null, sheets: null })
  runner.start()
  return success(again)
}

/** A "no" may follow a "no" that lacked its reason, and a "yes" take it back, until another copy is printed. */
function answer({ ledger }: Desk, job: StoredJob, { cameOut, trouble }: PrintAnswer, who?: AuditName): Result<StoredJob> {
  if (cameOut && job.cameOut === 'yes') return success(job)
  if (job.state !== 'unknown' || job.replacedBy !== null) return failure({ code: 'job-finished' })
  const said = cameOut ? ({ state: 'confirmed', cameOut: 'yes', trouble: null } as const) : ({ cameOut: 'no', trouble: trouble ?? null } as const)
  return success(ledger.settle(job, 'print.answered', said, who))
}
