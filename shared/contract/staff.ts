import { z } from 'zod'
import { problemCode } from '../problems.ts'
import { call, heardBy } from './define.ts'
import { attention, jobKind, jobState, printerRole, printerStatus } from './printing.ts'
import { filedKind } from './filings.ts'
import { identifier, instant, nothing } from './values.ts'

/** A print job without whose it is or what stands on it. */
export const staffJob = z.object({
  jobId: identifier,
  askedAt: instant,
  kind: jobKind,
  printer: printerRole,
  state: jobState,
  /** Null until the document is drawn. */
  sheets: z.int().nullable(),
  /** While open: what its printer waits for. */
  attention: attention.nullable(),
  problem: problemCode.nullable(),
  /** What whoever stood there said; null when nobody has. */
  cameOut: z.enum(['yes', 'no']).nullable(),
  /** Nobody knows whether it came out, and nobody has said: staff may, by `staff.answerJob`. */
  asks: z.boolean(),
})
export type StaffJob = z.infer<typeof staffJob>

/** From when on staff must see to something. */
export const healthLimits = z.object({
  oldDataSeconds: z.int(),
  oldPendingSeconds: z.int(),
  oldBackupSeconds: z.int(),
  recentIncidentSeconds: z.int(),
  littleSpaceBytes: z.int(),
})
export type HealthLimits = z.infer<typeof healthLimits>

/** What the kiosk knows of its own health. No customer's data but the text of what the utility refused, which a clerk must read. */
export const staffStatus = z.object({
  version: z.string(),
  startedAt: instant,
  branch: z.object({ name: z.string(), kioskId: z.string(), folioSeries: z.string(), timeZone: z.string() }).nullable(),
  online: z.boolean(),
  outOfService: z.boolean(),
  /** Seconds since the cache was last level with the utility; null before the first load. */
  cursorAgeSeconds: z.int().nullable(),
  dataAsOf: instant.nullable(),
  outbox: z.object({ pending: z.int(), refused: z.int(), oldestPendingAt: instant.nullable() }),
  refused: z.array(
    z.object({
      commandId: identifier,
      folio: z.string(),
      kind: filedKind,
      filedAt: instant,
      /** As the utility's problem has it. */
      reason: z.object({ code: z.string(), detail: z.string() }),
      /** What the customer wrote, where the kind has it. */
      text: z.string().nullable(),
    }),
  ),
  /** Changes of the feed that were not what the contract says; the first of them are listed. */
  setAside: z.object({
    count: z.int(),
    items: z.array(z.object({ entity: z.string(), id: z.string(), rev: z.int(), reason: z.string() })),
  }),
  limits: healthLimits,
  databaseBytes: z.int(),
  diskFreeBytes: z.int().nullable(),
  lastBackupAt: instant.nullable(),
  /** Newest first. */
  incidents: z.array(z.object({ id: z.int(), at: instant, code: z.string() })),
  printers: z.array(printerStatus.extend({ role: printerRole, name: z.string() })),
  /** The newest, and those that ask; newest first. */
  jobs: z.array(staffJob),
})
export type StaffStatus = z.infer<typeof staffStatus>

/** For staff, and with `--diagnostics` for whoever stands there. */
export const staffCalls = heardBy('equipment', {
  /** What customers wrote is for those who serve them: a technician has it not. */
  'staff.status': call(nothing, staffStatus),
  /** *Sí salió* / *No salió*, of a job that asks. Problems: not-allowed, not-found, job-finished, cannot-store. */
  'staff.answerJob': call(z.strictObject({ jobId: identifier, cameOut: z.boolean() }), staffJob),
  /**
   * What that printer can do (letters and margins; of tickets bars, QR and knife too), as one of the jobs. Problems:
   * not-allowed, cannot-store, sheet-limit-visit.
   */
  'staff.printTestPage': call(z.strictObject({ printer: printerRole }), nothing),
})
