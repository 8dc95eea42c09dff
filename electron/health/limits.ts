import type { HealthLimits } from '../../shared/contract/staff.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Limits beyond which staff must act; the staff page marks every figure that exceeds its limit. */
export const healthLimits: HealthLimits = {
  // The feed is read every half minute: this is far from usual.
  oldDataSeconds: 15 * MINUTE,
  oldPendingSeconds: HOUR,
  // A backup is made daily, while nobody is at the counter.
  oldBackupSeconds: 2 * DAY,
  recentIncidentSeconds: DAY,
  littleSpaceBytes: 1_000_000_000,
}
