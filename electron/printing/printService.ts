import type { JobKind, PrinterRole, PrintJob, PrintTrouble } from '../../shared/contract/printing.ts'
import type { StaffJob } from '../../shared/contract/staff.ts'
import { forEachRole, presentRoles, printerFor, printerRoles } from '../../shared/domain/printers.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit/audit.ts'
import type { WritableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { storing } from '../faults.ts'
import type { Log } from '../log/log.ts'
import type { AuditName } from '../session/actor.ts'
import { absentPrinter } from './absentPrinter.ts'
import { canPrintAnother, canSendAgain, describeJob, isOpen, type StoredJob } from './job.ts'
import { createJobStore, type JobStore, type PrintOrder } from './jobStore.ts'
import { limitReached, type SheetLimits } from './limits.ts'
import type { Printer } from './printer.ts'
import { createPrintWorker, type PrintWorker } from './printWorker.ts'
import type { Printers } from './roles.ts'
import { printTimings, type PrintTimings } from './timings.ts'
import { staffSide, type ReprintOrder } from './staffSide.ts'
import { createTouches, isSameWish, type Touches } from './touches.ts'
import type { Draw } from './work.ts'

export interface PrintServiceParts {
  db: WritableDb
  printers: Printers
  limits: Record<PrinterRole, SheetLimits>
  clock: Clock
  log: Log
  audit?: Audit
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

/** The jobs of every printer, one after another at each. A job of another session answers `not-allowed`. */
export interface PrintService {
  /**
   * Stores the job and answers at once; it is drawn and sent afterwards. It comes out of the printer that its document is made for, or of `on`
   * where that is given and possible. Problems: sheet-limit-visit, sheet-limit-account, sheet-limit-day, cannot-store.
   */
  print(order: PrintOrder, on?: PrinterRole): Result<PrintJob>
  /** Prints a test page on that printer. */
  printTestPage(order: Pick<PrintOrder, 'sessionId' | 'who' | 'businessDate'>, role: PrinterRole): Result<PrintJob>
  /** The printer on which a document of that kind comes out. */
  printerFor(kind: JobKind): Printer
  get(jobId: string, sessionId: string): Result<PrintJob>
  /** Cancels a queued job at once, and a sent one when its printer has ended it. Problem: job-finished. */
  cancel(jobId: string, sessionId: string): Result<PrintJob>
  /**
   * Sends a job again that certainly printed nothing, or prints a new copy of one that did not come out. Problems: job-finished,
   * sheet-limit-visit, sheet-limit-account, sheet-limit-day, cannot-store.
   */
  retry(jobId: string, sessionId: string): Result<PrintJob>
  /** The person's answer whether a job of unknown end came out. Problem: job-finished. */
  answer(jobId: string, sessionId: string, answer: PrintAnswer): Result<PrintJob>
  /** The same answer by staff, after the session of the job. Problems: not-found, job-finished. */
  answerAsStaff(jobId: string, cameOut: boolean, who: AuditName): Result<StaffJob>
  /** Those of unknown end that nobody has answered for; newest first. */
  asking(most: number): StaffJob[]
  countAsking(): number
  /** The others, newest first, before that one where it is given. */
  page(before: string | null, most: number): StaffJob[]
  /** Another copy for staff, after the session of the job. Problems: as of `staff.reprint` in the contract. */
  reprint(jobId: string, order: ReprintOrder): Result<StaffJob>
  /** At the start of the program: jobs that were sent become unknown, queued jobs are cancelled, because their sessions have ended. */
  recover(): void
  /** Lets the job in work of the session come out, and cancels its other jobs, also those that wait in the printer. */
  endSession(sessionId: string): void
  /** True while a job of this session advances; false while its printer waits for somebody or stands still. */
  isPrinting(sessionId: string): boolean
  /** True while a job of this session waits for somebody to see to its printer. */
  needsSomebody(sessionId: string): boolean
  /** Leaves the jobs as they are, for `recover`, and closes the printers. */
  stop(): Promise<void>
}

/** What the functions below share. */
export interface PrintContext {
  db: WritableDb
  store: JobStore
  workers: Record<PrinterRole, PrintWorker>
  /** The roles whose printer the branch has. */
  present: readonly PrinterRole[]
  touches: Touches
  limits: Record<PrinterRole, SheetLimits>
  describe: (job: StoredJob) => PrintJob
}

export function createPrintService(parts: PrintServiceParts): PrintService {
  const printers = forEachRole((role) => parts.printers[role] ?? absentPrinter())
  const context = createContext(parts, printers)
  const { store, workers, present, describe } = context

  const described = (ask: () => Result<StoredJob>): Result<PrintJob> => {
    const done = storing(ask)
    return done.ok ? success(describe(done.value)) : done
  }

  /** Acts on the job if it belongs to the session. */
  const withJob = (jobId: string, sessionId: string, act: (job: StoredJob) => Result<StoredJob>): Result<PrintJob> =>
    described(() => {
      const job = store.find(jobId)
      if (!job) return failure({ code: 'not-found' })
      return job.sessionId === sessionId ? act(job) : failure({ code: 'not-allowed' })
    })

  return {
    print: (order, on) =>
      described(() => {
        const role = printerFor(order.document.kind, present, on)
        const coming = on === undefined ? undefined : comingElsewhere(context, order, role)
        return coming ? success(coming) : print(context, order, role)
      }),
    printTestPage: (order, role) => described(() => print(context, { ...order, accountId: null, documentName: '', document: { kind: 'testPage' } }, role)),
    printerFor: (kind) => printers[printerFor(kind, present)],
    get: (jobId, sessionId) => withJob(jobId, sessionId, success),
    cancel: (jobId, sessionId) => withJob(jobId, sessionId, (job) => cancel(context, job)),
    retry: (jobId, sessionId) => withJob(jobId, sessionId, (job) => retry(context, job)),
    answer: (jobId, sessionId, said) => withJob(jobId, sessionId, (job) => answer(context, job, said)),
    ...staffSide(context),
    ...visitSide(context),
    async stop() {
      await Promise.all(printerRoles.map((role) => workers[role].stop()))
      store.stop()
    },
  }
}

/** What happens to the jobs as visitors come and go. */
function visitSide(context: PrintContext): Pick<PrintService, 'recover' | 'endSession' | 'isPrinting' | 'needsSomebody'> {
  const { store, workers, touches } = context
  const openOf = (sessionId: string): StoredJob[] => store.open().filter((job) => job.sessionId === sessionId)
  return {
    recover() {
      for (const job of store.open()) store.record(job, 'print.ended', { state: job.state === 'sent' ? 'unknown' : 'cancelled' })
    },
    endSession(sessionId) {
      for (const job of openOf(sessionId)) if (!workers[job.printer].leave(job.id)) cancel(context, job)
      touches.forget(sessionId)
    },
    isPrinting: (sessionId) => openOf(sessionId).some(({ id, printer }) => (workers[printer].inWork(id)?.attention ?? null) === null),
    needsSomebody: (sessionId) => openOf(sessionId).some(({ id, printer }) => workers[printer].needsSomebody(id)),
  }
}

function createContext({ onJob, newId, timings = printTimings, ...parts }: PrintServiceParts, printers: Record<PrinterRole, Printer>): PrintContext {
  const { db, clock, log, audit, limits } = parts
  const present = presentRoles(parts.printers)
  const describe = (job: StoredJob): PrintJob => describeJob(job, { inWork: workers[job.printer].inWork(job.id), present })
  const announce = (job: StoredJob): void => onJob(describe(job), job.sessionId)
  const printerNames = forEachRole((role) => printers[role].name)
  const store = createJobStore({ db, clock, log, audit, printerNames, retry: timings.storageRetry, newId, announce })
  const workers: PrintContext['workers'] = forEachRole((role) =>
    createPrintWorker({ ...parts, role, printer: printers[role], limits: limits[role], store, timings, announce }),
  )
  return { db, store, workers, present, touches: createTouches(clock, timings.doubleTouch), limits, describe }
}

/** A request for the same document on another printer replaces a queued job there; one that was sent already is returned instead. */
function comingElsewhere(context: PrintContext, { sessionId, document }: PrintOrder, role: PrinterRole): StoredJob | undefined {
  const others = printerRoles.filter((other) => other !== role).map((printer) => ({ sessionId, document, printer }))
  const elsewhere = context.store.open().filter((job) => others.some((wish) => isSameWish(job, wish)))
  return elsewhere.find((job) => !cancelQueued(context, job))
}

export function print(context: PrintContext, order: PrintOrder, role: PrinterRole): Result<StoredJob> {
  const { db, store, touches, workers, limits } = context
  const wish = { ...order, ...order.reprint, printer: role }
  const before = touchedBefore(context, wish)
  if (before) return success(before)
  const limit = limitReached(db, wish, limits[role])
  if (limit) return failure({ code: limit })
  const job = store.add(order, role)
  touches.remember(wish, job.id)
  workers[role].start()
  return success(job)
}

/** The job that an earlier touch asked for, if this touch repeats it. After a cancellation a touch asks for a new job. */
function touchedBefore({ store, touches }: PrintContext, wish: Parameters<Touches['recall']>[0]): StoredJob | undefined {
  const open = store.open().find((job) => isSameWish(job, wish))
  const touched = open?.id ?? touches.recall(wish)
  const job = touched === undefined ? undefined : store.find(touched)
  return job?.state === 'cancelled' ? undefined : job
}

function cancel(context: PrintContext, job: StoredJob): Result<StoredJob> {
  if (job.state === 'cancelled') return success(job)
  if (!isOpen(job)) return failure({ code: 'job-finished' })
  const cancelled = cancelQueued(context, job)
  if (cancelled) return success(cancelled)
  context.workers[job.printer].cancel(job.id)
  return success(context.store.record(job, 'print.cancelAsked', {}))
}

/** Undefined when the job may have been sent already. */
function cancelQueued({ store, workers }: PrintContext, job: StoredJob): StoredJob | undefined {
  const cancelled = store.recordIfQueued(job, 'print.ended', { state: 'cancelled' })
  if (cancelled) workers[job.printer].wake()
  return cancelled
}

function retry({ db, store, workers, limits }: PrintContext, asked: StoredJob): Result<StoredJob> {
  const job = (asked.replacedBy !== null && store.find(asked.replacedBy)) || asked
  if (isOpen(job)) return success(job)
  if (!canSendAgain(job) && !canPrintAnother(job)) return failure({ code: 'job-finished' })
  const limit = limitReached(db, job, limits[job.printer])
  if (limit) return failure({ code: limit })
  const again = canPrintAnother(job) ? store.addAnother(job) : store.change(job.id, 'print.retried', { state: 'queued', problem: null, sheets: null })
  workers[job.printer].start()
  return success(again)
}

/** Until another copy is printed, a "no" may be given again with its reason, and corrected to a "yes". */
export function answer({ store }: Pick<PrintContext, 'store'>, job: StoredJob, { cameOut, trouble }: PrintAnswer, who?: AuditName): Result<StoredJob> {
  if (cameOut && job.cameOut === 'yes') return success(job)
  if (job.state !== 'unknown' || job.replacedBy !== null) return failure({ code: 'job-finished' })
  const said = cameOut ? ({ state: 'confirmed', cameOut: 'yes', trouble: null } as const) : ({ cameOut: 'no', trouble: trouble ?? null } as const)
  return success(store.record(job, 'print.answered', said, who))
}
