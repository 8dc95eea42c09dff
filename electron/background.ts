import packageJson from '../package.json' with { type: 'json' }
import { presentRoles } from '../shared/domain/printers.ts'
import { readBranch } from './cache/queries/branch.ts'
import { writerPriorityOf } from './cache/transaction.ts'
import { startMaintenance, type Maintenance } from './maintenance/startMaintenance.ts'
import type { Core } from './core.ts'
import { startHealth, type Health } from './health/health.ts'
import { machineFingerprint } from './outbox/machine.ts'
import { createOutbox } from './outbox/create.ts'
import type { Outbox } from './outbox/outbox.ts'
import { trimJournal } from './outbox/trim.ts'
import type { Printers } from './printing/roles.ts'
import { createKioskService } from './services/kiosk.ts'
import type { Originals } from './services/originals.ts'
import { startDailySelfTest } from './selfTest/daily.ts'
import { createSelfTests, type SelfTests } from './selfTest/selfTest.ts'
import { startSync, type SyncHandle, type SyncStatus } from './sync/startSync.ts'

/** What the parts that run by themselves know of the counter and its paper. */
interface AtTheCounter {
  /** Nobody is there and nothing prints. */
  isIdle: () => boolean
  printers: Printers
  originals: Originals
  speech: { isOffered: boolean; headphones: () => boolean }
  clerks: { judgeAgain: () => void }
}

type Kiosk = ReturnType<typeof createKioskService>

/** What runs by itself, whether or not somebody stands at the counter: sync, outbox, health, maintenance. */
export interface Background {
  kiosk: Kiosk
  outbox: Outbox
  health: Health
  maintenance: Maintenance
  selfTests: SelfTests
  /** Tells the page how the kiosk stands. */
  tellStatus(): void
  stop(): Promise<void>
}

const neverSynced: SyncStatus = { online: false, complete: false, asOf: null, changesApplied: 0, setAside: 0 }

/** Starts what runs by itself. Sync comes last: it tells the others what it learns. */
export function buildBackground(core: Core, counter: AtTheCounter): Background {
  let sync: SyncHandle | null = null
  const syncStatus = (): SyncStatus => sync?.status() ?? neverSynced
  const tellStatus = (): void => core.pages.tell('kiosk.status', kiosk.status())

  const outbox = buildOutbox(core, () => health.soon())
  const health = buildHealth(core, counter, { outbox, syncStatus, resync: () => sync?.resync(), onServiceChanged: tellStatus })
  const kiosk = buildKiosk(core, { outbox, health, ...counter, syncStatus })
  const maintenance = buildMaintenance(core, counter, health)
  const selfTests = buildSelfTests(core, counter, { health, maintenance })
  const stopDaily = startDailySelfTest({ ...core, selfTests, isIdle: counter.isIdle, timeZone: () => readBranch(core.db)?.timeZone ?? 'UTC' })
  sync = buildSync(core, { outbox, health, kiosk, originals: counter.originals, clerks: counter.clerks, tellStatus })
  return {
    kiosk,
    outbox,
    health,
    maintenance,
    selfTests,
    tellStatus,
    async stop() {
      stopDaily()
      health.stop()
      await Promise.all([sync?.stop(), outbox.stop(), maintenance.stop()])
    },
  }
}

function buildOutbox({ db, settings, clock, log, audit, api, pages }: Core, tellSoon: () => void): Outbox {
  return createOutbox({
    db,
    dataDir: settings.dataDir,
    clock,
    log,
    audit,
    api,
    machine: machineFingerprint(log),
    onChanged(command) {
      pages.tell('requests.changed', {})
      if (command.state === 'refused') tellSoon()
    },
  })
}

interface HealthLinks {
  outbox: Outbox
  syncStatus: () => SyncStatus
  resync: () => void
  onServiceChanged: () => void
}

function buildHealth(core: Core, { isIdle, printers }: AtTheCounter, { outbox, syncStatus, resync, onServiceChanged }: HealthLinks): Health {
  return startHealth({
    db: core.db,
    databaseFile: core.databaseFile,
    clock: core.clock,
    log: core.log,
    audit: core.audit,
    api: core.api,
    recentLines: core.recentLines,
    renew: core.renew,
    version: packageJson.version,
    outbox,
    syncStatus,
    resync,
    printers,
    isIdle,
    onServiceChanged,
  })
}

type KioskLinks = Pick<HealthLinks, 'outbox' | 'syncStatus'> & Pick<AtTheCounter, 'printers' | 'speech'> & { health: Health }

function buildKiosk({ db, clock, log, settings, utility }: Core, { outbox, health, printers, speech, syncStatus }: KioskLinks): Kiosk {
  return createKioskService({
    db,
    clock,
    log,
    syncStatus,
    filing: () => outbox.status().filing,
    outOfService: health.outOfService,
    headphones: speech.headphones,
    made: {
      version: packageJson.version,
      mode: settings.mode,
      sampleData: utility?.sampleData ?? false,
      configured: utility !== null,
      printers: presentRoles(printers),
      diagnostics: settings.diagnostics,
      scanner: settings.scanner,
      phone: settings.phone !== undefined,
      speech: speech.isOffered,
      keypad: settings.keypad,
    },
  })
}

function buildMaintenance({ databaseFile, settings, clock, log, incidents, onCorrupt }: Core, { isIdle }: AtTheCounter, health: Health): Maintenance {
  return startMaintenance({
    databaseFile,
    dataDir: settings.dataDir,
    clock,
    log,
    isIdle,
    onCorrupt,
    onBackedUp: (backupFile) => trimJournal({ dataDir: settings.dataDir, backupFile, log }),
    onIncident(incident) {
      incidents.record(incident)
      health.soon()
    },
  })
}

function buildSelfTests(
  { db, settings, clock, log, api, incidents }: Core,
  { speech }: AtTheCounter,
  { health, maintenance }: Pick<Background, 'health' | 'maintenance'>,
): SelfTests {
  return createSelfTests({
    ...{ db, clock, log, api, maintenance },
    dataDir: settings.dataDir,
    collect: health.collect,
    has: { scanner: settings.scanner, sound: speech.isOffered, touch: settings.mode === 'kiosk' },
    onIncident(incident) {
      incidents.record(incident)
      health.soon()
    },
  })
}

interface SyncLinks {
  outbox: Outbox
  health: Health
  kiosk: Kiosk
  originals: Originals
  clerks: AtTheCounter['clerks']
  tellStatus: () => void
}

/** null where no utility is configured. */
function buildSync(core: Core, { outbox, health, kiosk, originals, clerks, tellStatus }: SyncLinks): SyncHandle | null {
  const { db, databaseFile, clock, log, pages, utility, onCorrupt } = core
  if (!utility) return null
  let online = false
  return startSync({
    databaseFile,
    api: utility.access,
    log,
    clock,
    priority: writerPriorityOf(db),
    onCorrupt,
    onStatus(status) {
      if (status.online && !online) outbox.wake()
      online = status.online
      health.noteSync(status)
      tellStatus()
    },
    onChanged(entities) {
      if (entities.some((entity) => describing.has(entity))) pages.tell('kiosk.described', kiosk.describe())
      if (entities.some((entity) => showsFiled.has(entity))) pages.tell('requests.changed', {})
      // With its account or invoice goes what was kept of it.
      if (entities.includes('account') || entities.includes('invoice')) void originals.sweep()
      if (entities.includes('clerk')) clerks.judgeAgain()
      if (!entities.includes('branch')) return
      // Folios can be given from now on.
      tellStatus()
      outbox.wake()
    },
  })
}

/** What was filed comes back as a request, as a reading, or in the account. */
const showsFiled = new Set(['request', 'reading', 'account'])
/** What the first screen is made from. */
const describing = new Set(['branch', 'zone', 'notice'])
