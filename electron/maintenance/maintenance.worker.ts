import { parentPort, workerData } from 'node:worker_threads'
import { makeBackup, tryBackup } from '../cache/backup.ts'
import { damageOf, firstDamage, tablesOf } from '../cache/check.ts'
import { openForReading } from '../cache/openDatabase.ts'
import { isCorruption, isFileFault, isStorageFault } from '../faults.ts'
import type { MaintenanceOrder, MaintenanceOutcome } from './messages.ts'

/** Does one task that reads much, away from the main thread, and ends. */
const main = parentPort
if (!main) throw new Error('runs in a worker thread')
const order = workerData as MaintenanceOrder
const shouldStop = (): boolean => Atomics.load(order.stop, 0) !== 0

const tasks = { check, backup: backUp, restore } as const
main.postMessage(attempt(tasks[order.task]))

/** Table by table, since what SQLite has begun cannot be interrupted. */
function check(): MaintenanceOutcome {
  const db = openForReading(order.databaseFile)
  try {
    const damage = firstDamage(tablesOf(db), (table) => (shouldStop() ? null : damageOf(db, table)))
    if (damage !== null) return { kind: 'corrupt', damage }
    return { kind: shouldStop() ? 'stopped' : 'sound' }
  } finally {
    db.close()
  }
}

function backUp(): MaintenanceOutcome {
  const backupFile = makeBackup({ ...order, shouldStop })
  return backupFile === null ? { kind: 'stopped' } : { kind: 'backedUp', backupFile }
}

function restore(): MaintenanceOutcome {
  const tried = tryBackup(order)
  return { kind: tried === 'none' ? 'noBackup' : tried === 'unreadable' ? 'unreadableBackup' : 'restored' }
}

function attempt(task: () => MaintenanceOutcome): MaintenanceOutcome {
  try {
    return task()
  } catch (error) {
    if (isCorruption(error)) return { kind: 'corrupt', damage: error.code }
    if (isStorageFault(error) || isFileFault(error)) return { kind: 'failed', code: error.code }
    throw error
  }
}
