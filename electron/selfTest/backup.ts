import type { CheckResult } from '../../shared/contract/selfTest.ts'
import type { Clock } from '../clock.ts'
import { healthLimits } from '../health/limits.ts'
import type { Maintenance } from '../maintenance/startMaintenance.ts'
import { failed, open, passed } from './results.ts'

interface Times {
  clock: Clock
  /** Of the program; RFC 3339. */
  startedAt: string
}

/** The newest copy is restored beside the database and read; a copy that nobody has tried is none. On the first day there need not be one. */
export async function checkBackup({ restore, lastBackupAt }: Pick<Maintenance, 'restore' | 'lastBackupAt'>, { clock, startedAt }: Times): Promise<CheckResult> {
  const secondsSince = (instant: string): number => Math.round((clock.now() - Date.parse(instant)) / 1000)
  const restored = await restore()
  if (restored === 'noBackup') return secondsSince(startedAt) > healthLimits.oldBackupSeconds ? failed('backup', 'noBackup') : open('backup')
  if (restored === 'unreadableBackup') return failed('backup', 'unreadableBackup')
  if (restored === 'stopped') return open('backup')
  const at = lastBackupAt()
  const age = at === null ? 0 : secondsSince(at)
  return age > healthLimits.oldBackupSeconds ? failed('backup', 'oldBackup', age) : passed('backup')
}
