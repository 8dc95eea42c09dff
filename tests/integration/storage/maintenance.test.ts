import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Incident } from '../../../electron/cache/queries/incidents.ts'
import { startMaintenance, type Maintenance } from '../../../electron/maintenance/startMaintenance.ts'
import { createLog } from '../../../electron/log/log.ts'
import { damages, spoilPage } from '../../fixtures/storage/damage.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { createDurableKiosk, fillCache, type DurableKiosk } from '../../fixtures/storage/durableKiosk.ts'
import { createDice } from '../../model/dice.ts'
import { checkFile, queryByCli } from '../../model/sqliteCli.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let kiosk: DurableKiosk
let running: ReturnType<DurableKiosk['start']>
let maintenance: Maintenance
let idle: boolean
let corrupt: number
let incidents: Incident[]
let backedUp: string[]
let logged: string[]
beforeEach(() => {
  kiosk = createDurableKiosk()
  running = kiosk.start()
  fillCache(running.db, 200)
  running.file(8)
  running.takeCopies(12)
  idle = true
  corrupt = 0
  incidents = []
  backedUp = []
  logged = []
  maintenance = startMaintenance({
    databaseFile: kiosk.databaseFile,
    dataDir: kiosk.dataDir,
    clock: kiosk.clock,
    log: createLog({ write: (line) => void logged.push(line) }),
    isIdle: () => idle,
    onCorrupt: () => (corrupt += 1),
    onIncident: (incident) => incidents.push(incident),
    onBackedUp: (file) => backedUp.push(file),
  })
})
afterEach(async () => {
  await maintenance.stop()
  await running.stop()
  kiosk.remove()
})

const backups = (): string[] => readdirSync(join(kiosk.dataDir, 'backups')).toSorted()
const promised = (file: string): unknown =>
  ['command', 'folio_day', 'enrolment', 'invoice_copy', 'audit', 'incident', 'service_state', 'lookup_throttle'].map((table) =>
    queryByCli(file, `SELECT * FROM ${table === 'command' ? '(SELECT seq, id, state, hex(body) FROM command)' : table}`),
  )

/** The tasks that have ended, in order. */
const done = (): unknown[] => logged.flatMap((line) => (JSON.parse(line) as { task?: string }).task ?? [])

/** Lets the time of the next look come. */
const lookAt = (milliseconds: number): void => kiosk.clock.advance(milliseconds)
/** The times of files are the system's: this is the clock's. */
const stamp = (file: string): void => utimesSync(file, kiosk.clock.now() / 1000, kiosk.clock.now() / 1000)

it('backs up what cannot be fetched again soon after the start, then daily, while nobody is at the counter', async () => {
  idle = false
  expect(maintenance.lastBackupAt()).toBe(null)
  lookAt(15 * MINUTE)
  expect(existsSync(join(kiosk.dataDir, 'backups'))).toBe(false)
  idle = true
  lookAt(10 * MINUTE)
  await eventually(() => expect(backedUp).toHaveLength(1))
  const [file = ''] = backedUp
  stamp(file)
  expect(backups()).toEqual(['durable-data-20261121.db'])
  expect(checkFile(file, 'integrity_check')).toBe('ok')
  expect(promised(file)).toEqual(promised(kiosk.databaseFile))
  expect(queryByCli(file, 'SELECT count(*) AS invoices FROM invoice')).toEqual([{ invoices: 0 }])
  expect(Date.parse(maintenance.lastBackupAt() ?? '')).toBe(kiosk.clock.now())

  running.file(2)
  lookAt(DAY)
  await eventually(() => expect(done()).toEqual(['backup', 'check']))
  lookAt(10 * MINUTE)
  await eventually(() => expect(backedUp).toHaveLength(2))
  expect(backups()).toHaveLength(2)
  expect(queryByCli(backedUp[1] ?? '', 'SELECT count(*) AS commands FROM command')).toEqual([{ commands: 10 }])
})

it('keeps seven copies, and drops one from a wrong clock first', () => {
  const days = ['2026-11-21', '2027-11-22', ...Array.from({ length: 8 }, (_, index) => `2026-11-${22 + index}`)]
  for (const day of days) running.backUp(day)
  expect(backups()).toEqual(Array.from({ length: 7 }, (_, index) => `durable-data-202611${23 + index}.db`))
})

it('S16 says once that no copy can be made, and keeps the old ones', async () => {
  const file = running.backUp('2026-11-19') ?? ''
  utimesSync(file, 0, 0)
  const before = readFileSync(file)
  // Where the new copy would be written stands something that is no file.
  const folder = join(kiosk.dataDir, 'backups')
  const blocked = join(folder, 'durable-data.unfinished')
  mkdirSync(blocked)
  writeFileSync(join(blocked, 'x'), '')
  lookAt(MINUTE)
  await eventually(() => expect(incidents).toHaveLength(1))
  expect(incidents[0]?.code).toBe('backup-failed')
  expect(readFileSync(file)).toEqual(before)
  expect(backedUp).toEqual([])
})

it('S18 finds a damaged page of the cache while nobody is there', async () => {
  running.backUp()
  await running.stop()
  stamp(join(kiosk.dataDir, 'backups', 'durable-data-20261121.db'))
  const [leaf] = queryByCli<{ pageno: number }>(kiosk.databaseFile, "SELECT pageno FROM dbstat WHERE name = 'invoice' AND pagetype = 'leaf'")
  spoilPage(kiosk.databaseFile, leaf?.pageno ?? 0, createDice(1))
  lookAt(MINUTE)
  await eventually(() => expect(corrupt).toBe(1))
  running = kiosk.start()
})

it.each(['a file', 'a folder'])('removes %s that a trial of a copy left when it was killed, also where there is no copy', async (what) => {
  const left = join(kiosk.dataDir, 'backups', 'restored.unfinished')
  mkdirSync(what === 'a folder' ? left : dirname(left), { recursive: true })
  if (what === 'a file') for (const suffix of ['', '-wal', '-shm']) writeFileSync(left + suffix, 'x')
  expect(await maintenance.restore()).toBe('noBackup')
  expect(backups()).toEqual([])
})

it('tries the newest copy: restores it beside the database and reads it, and leaves nothing of it', async () => {
  expect(await maintenance.restore()).toBe('noBackup')
  const file = running.backUp() ?? ''
  const before = backups()
  expect(await maintenance.restore()).toBe('restored')
  expect(await Promise.all([maintenance.restore(), maintenance.restore()])).toEqual(['restored', 'restored'])
  expect(backups()).toEqual(before)
  damages.zeroes(file)
  expect(await maintenance.restore()).toBe('unreadableBackup')
  damages.half(running.backUp() ?? '')
  expect(await maintenance.restore()).toBe('unreadableBackup')
  expect(backups()).toEqual(before)
  // The copy is bad, not the database.
  expect(corrupt).toBe(0)
})

it('ends at once when the program stops', async () => {
  lookAt(MINUTE)
  await maintenance.stop()
  expect(readdirSync(kiosk.dataDir).filter((name) => name.includes('unfinished'))).toEqual([])
})
