import { judgedByPerson, type CheckResult, type JudgedByPerson, type SelfTest } from '../../shared/contract/selfTest.ts'
import type { ApiClient } from '../api/client.ts'
import type { WritableDb } from '../cache/db.ts'
import type { Incident } from '../cache/queries/incidents.ts'
import { amendSelfTest, latestSelfTest, storeSelfTest } from '../cache/queries/selfTests.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import { isDatabaseFault } from '../faults.ts'
import type { KioskFigures } from '../health/figures.ts'
import type { Log } from '../log/log.ts'
import type { Maintenance } from '../maintenance/startMaintenance.ts'
import { checkBackup } from './backup.ts'
import { checkDisk } from './disk.ts'
import { checkPrinters } from './printers.ts'
import { absent, failed, open, passed } from './results.ts'
import { checkUtility } from './utility.ts'

export interface SelfTestParts {
  db: WritableDb
  dataDir: string
  clock: Clock
  log: Log
  api: Pick<ApiClient, 'getBranch'> | null
  collect: () => Promise<Pick<KioskFigures, 'printers' | 'diskFreeBytes' | 'startedAt'>>
  maintenance: Pick<Maintenance, 'restore' | 'lastBackupAt'>
  /** Which of what only a person can judge this machine has. */
  has: Record<JudgedByPerson, boolean>
  onIncident: (incident: Incident) => void
}

export interface SelfTests {
  latest(): SelfTest | null
  /** Whoever asks while one is under way gets that one's answer. */
  run(occasion: SelfTest['occasion']): Promise<SelfTest>
  /** Null where there is none to which it could belong. */
  judge(check: JudgedByPerson, works: boolean): SelfTest | null
}

/** Tries what customers will need today, and keeps what was found. What failed is told to the utility as an incident. */
export function createSelfTests(parts: SelfTestParts): SelfTests {
  const { db, clock, has, onIncident } = parts
  /** In memory too: a disk that takes nothing is one of the faults that are told. */
  let latest = latestSelfTest(db)
  let underWay: Promise<SelfTest> | null = null

  async function test(occasion: SelfTest['occasion']): Promise<SelfTest> {
    const found: SelfTest = { at: new Date(clock.now()).toISOString(), occasion, results: await lookAtAll(parts) }
    latest = found
    keep(parts, () => storeSelfTest(db, found))
    const faults = found.results.filter(({ outcome }) => outcome === 'failed')
    if (faults.length > 0) onIncident({ code: 'self-test-failed', detail: { checks: faults.map(({ check, cause }) => `${check}:${cause}`).join(' ') } })
    return found
  }
  return {
    latest: () => latest,
    run: (occasion) => (underWay ??= test(occasion).finally(() => (underWay = null))),
    judge(check, works) {
      if (!latest || !has[check]) return null
      const judged = works ? passed(check) : failed(check, 'said')
      const { at } = latest
      latest = { ...latest, results: latest.results.map((one) => (one.check === check ? judged : one)) }
      keep(parts, () => amendSelfTest(db, at, judged))
      return latest
    },
  }
}

/** A disk that is full or fails keeps nothing, and is told by what was found. */
function keep({ db, log }: SelfTestParts, write: () => void): void {
  try {
    inTransaction(db, write)
  } catch (error) {
    if (!isDatabaseFault(error)) throw error
    log.error({ code: error.code }, 'self-test not stored')
  }
}

async function lookAtAll({ collect, api, clock, dataDir, maintenance, has }: SelfTestParts): Promise<CheckResult[]> {
  const [{ printers, diskFreeBytes, startedAt }, utility] = await Promise.all([collect(), checkUtility(api, clock)])
  const disk = await checkDisk(dataDir, diskFreeBytes)
  const backup = await checkBackup(maintenance, { clock, startedAt })
  const byPerson = judgedByPerson.options.map((check) => (has[check] ? open(check) : absent(check)))
  return [...checkPrinters(printers), ...utility, disk, backup, ...byPerson]
}
