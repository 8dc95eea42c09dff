import type { CheckResult } from '../../shared/contract/selfTest.ts'
import type { Clock } from '../clock.ts'
import { healthLimits } from '../health/limits.ts'
import type { Maintenance } from '../maintenance/startMaintenance.ts'
import { failed, open, passed } from './results.ts'

/** The newest copy is restored beside the database and read; a copy that nobody has tried is none. */
export async function checkBackup({ restore, lastBackupAt }: Pick<Maintenance, 'restore' | 'lastBackupAt'>, clock: Clock): Promise<CheckResult> {
  const restored = await restore()
  if (restored === 'noBackup') return failed('backup', 'noBackup')
  if (restored === 'unreadableBackup') return failed('backup', 'unreadableBackup')
  if (restored === 'stopped') return open('backup')
  const at = lastBackupAt()
  const age = at === null ? 0 : Math.round((clock.now() - Date.parse(at)) / 1000)
  return age > healthLimits.oldBackupSeconds ? failed('backup', 'oldBackup', age) : passed('backup')
}
