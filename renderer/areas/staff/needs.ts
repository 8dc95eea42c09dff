import type { KioskStatus } from '../../../shared/contract/kiosk.ts'
import type { Attention, PrinterRole } from '../../../shared/contract/printing.ts'
import type { StaffStatus } from '../../../shared/contract/staff.ts'

/** Something that staff should see to; the words are under `staff.needs` in the locales. `late`: customers feel it already. */
export interface Need {
  what:
    | 'notSetUp'
    | 'outOfService'
    | 'otherMachine'
    | 'notEnrolled'
    | 'refused'
    | 'offline'
    | 'neverLoaded'
    | 'oldData'
    | 'oldPending'
    | 'printer'
    | 'unknownJobs'
    | 'diskFull'
    | 'noBackup'
    | 'oldBackup'
    | 'setAside'
    | 'incidents'
    | 'selfTest'
  tone: 'late' | 'due'
  count?: number
  /** How long ago, in seconds. */
  age?: number
  bytes?: number
  printer?: { role: PrinterRole; name: string; need: Attention }
}

const URGENCY = { late: 0, due: 1 }

interface Standing {
  status: StaffStatus
  /** The utility's address is known. */
  configured: boolean
  filing: KioskStatus['filing']
  /** Milliseconds. */
  now: number
}

/** Everything that needs someone, what customers feel first; empty when all is well. */
export function needsOf(standing: Standing): Need[] {
  const connection = standing.configured ? ofConnection(standing) : [notSetUp]
  const needs = [...ofService(standing), ...connection, ...ofOutbox(standing), ...ofPaper(standing), ...ofMachine(standing), ...ofData(standing)]
  return needs.sort((one, other) => URGENCY[one.tone] - URGENCY[other.tone])
}

const secondsSince = (instant: string, now: number): number => Math.max(0, Math.round((now - Date.parse(instant)) / 1000))

const notSetUp: Need = { what: 'notSetUp', tone: 'late' }

function ofService({ status, configured, filing }: Standing): Need[] {
  const needs: Need[] = []
  if (status.outOfService) needs.push({ what: 'outOfService', tone: 'late' })
  if (filing === 'other-machine') needs.push({ what: 'otherMachine', tone: 'late' })
  if (configured && filing === 'not-enrolled') needs.push({ what: 'notEnrolled', tone: 'late' })
  return needs
}

function ofConnection({ status }: Standing): Need[] {
  const needs: Need[] = []
  if (!status.online) needs.push({ what: 'offline', tone: 'late' })
  if (status.cursorAgeSeconds === null) needs.push({ what: 'neverLoaded', tone: 'late' })
  else if (status.online && status.cursorAgeSeconds > status.limits.oldDataSeconds) needs.push({ what: 'oldData', tone: 'due', age: status.cursorAgeSeconds })
  return needs
}

function ofOutbox({ status: { outbox, limits }, now }: Standing): Need[] {
  const needs: Need[] = []
  if (outbox.refused > 0) needs.push({ what: 'refused', tone: 'late', count: outbox.refused })
  const age = outbox.oldestPendingAt === null ? 0 : secondsSince(outbox.oldestPendingAt, now)
  if (age > limits.oldPendingSeconds) needs.push({ what: 'oldPending', tone: 'due', age })
  return needs
}

/** Somebody may stand at the counter with half a sheet, or without the one that they were promised. */
function ofPaper({ status: { unknownJobs } }: Standing): Need[] {
  return unknownJobs > 0 ? [{ what: 'unknownJobs', tone: 'due', count: unknownJobs }] : []
}

function ofMachine({ status: { printers, diskFreeBytes, lastBackupAt, startedAt, limits }, now }: Standing): Need[] {
  const needs: Need[] = printers
    .filter(({ state }) => state === 'attention' || state === 'offline')
    .map(({ role, name, state, attention }) => ({
      what: 'printer',
      tone: 'late',
      printer: { role, name, need: state === 'offline' ? 'offline' : (attention[0] ?? 'other') },
    }))
  if (diskFreeBytes !== null && diskFreeBytes < limits.littleSpaceBytes) needs.push({ what: 'diskFull', tone: 'late', bytes: diskFreeBytes })
  const age = secondsSince(lastBackupAt ?? startedAt, now)
  if (age > limits.oldBackupSeconds) needs.push(lastBackupAt === null ? { what: 'noBackup', tone: 'due' } : { what: 'oldBackup', tone: 'due', age })
  return needs
}

function ofData({ status: { setAside, incidents, selfTestFaults, limits }, now }: Standing): Need[] {
  const needs: Need[] = []
  if (selfTestFaults > 0) needs.push({ what: 'selfTest', tone: 'due', count: selfTestFaults })
  if (setAside.count > 0) needs.push({ what: 'setAside', tone: 'due', count: setAside.count })
  const recent = incidents.filter(({ at }) => secondsSince(at, now) <= limits.recentIncidentSeconds).length
  if (recent > 0) needs.push({ what: 'incidents', tone: 'due', count: recent })
  return needs
}
