import { z } from 'zod'
import { problemCode } from '../problems.ts'
import { call, heardBy } from './define.ts'
import { attention, jobKind, jobState, printerRole, printerStatus } from './printing.ts'
import { typed } from './filings.ts'
import { identifier, instant, nothing } from './values.ts'

/** Why a clerk prints something once more. */
export const reprintReason = z.enum(['notOut', 'spoiled', 'lost', 'askedAgain', 'other'])
export type ReprintReason = z.infer<typeof reprintReason>

/** A print job without whose it is or what stands on it. */
export const staffJob = z.object({
  jobId: identifier,
  askedAt: instant,
  kind: jobKind,
  /** What tells it from others of its kind, a number or a folio; null for those who serve nobody. */
  name: z.string().nullable(),
  printer: printerRole,
  state: jobState,
  /** Null until the document is drawn. */
  sheets: z.int().nullable(),
  /** While open: what its printer waits for. */
  attention: attention.nullable(),
  problem: problemCode.nullable(),
  /** What whoever stood there said; null when nobody has. */
  cameOut: z.enum(['yes', 'no']).nullable(),
  /** It has ended, and what it printed can still be drawn: those who serve may print it again. */
  canReprint: z.boolean(),
  /** Why it is another copy of a job before; null for what was asked for as usual. */
  reprinted: reprintReason.nullable(),
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

/** What the kiosk knows of its own health. No customer's data. */
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
  /** Of the latest self-test. */
  selfTestFaults: z.int(),
  /** Jobs of which nobody knows whether they came out, and nobody has said. */
  unknownJobs: z.int(),
})
export type StaffStatus = z.infer<typeof staffStatus>

/** For staff, and with `--diagnostics` for whoever stands there. */
const equipmentCalls = heardBy('equipment', {
  'staff.status': call(nothing, staffStatus),
  /** So many, newest first, before that one; with the first of them those that ask. `more` says whether older ones are left. */
  'staff.jobs': call(z.strictObject({ before: identifier.nullable() }), z.object({ asking: z.array(staffJob), jobs: z.array(staffJob), more: z.boolean() })),
  /** *Sí salió* / *No salió*, of a job that asks. Problems: not-allowed, not-found, job-finished, cannot-store. */
  'staff.answerJob': call(z.strictObject({ jobId: identifier, cameOut: z.boolean() }), staffJob),
  /**
   * What that printer can do (letters and margins; of tickets bars, QR and knife too), as one of the jobs. Problems:
   * not-allowed, cannot-store, sheet-limit-visit.
   */
  'staff.printTestPage': call(z.strictObject({ printer: printerRole }), nothing),
})

/** For those who serve customers. */
const servingCalls = heardBy('serving', {
  /**
   * Another copy of what a job printed, or should have, numbered by the rules of its kind. `note` may be empty unless the reason is `other`. Problems:
   * invalid-fields (`note`), not-found, job-not-finished, not-reprintable, sheet-limit-account, sheet-limit-day, cannot-store.
   */
  'staff.reprint': call(z.strictObject({ jobId: identifier, reason: reprintReason, note: typed }), staffJob),
})

export const staffCalls = { ...equipmentCalls, ...servingCalls }
