import Database from 'better-sqlite3'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type * as files from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { selfTests } from '../../../electron/cache/migrations/260-self-tests.ts'
import type { Incident } from '../../../electron/cache/queries/incidents.ts'
import type { PrinterFigures } from '../../../electron/health/figures.ts'
import { startDailySelfTest } from '../../../electron/selfTest/daily.ts'
import { createSelfTests, type SelfTestParts } from '../../../electron/selfTest/selfTest.ts'
import type { CheckResult, SelfTest } from '../../../shared/contract/selfTest.ts'
import { fakeClock, type FakeClock } from '../../fakes/clock.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { temporaryFolder } from '../../fixtures/shell/startKiosk.ts'

/** With what code the disk refuses what is written to it. */
const disk = vi.hoisted(() => ({ refuses: null as string | null }))
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>()
  const refusing = (file: files.FileHandle): files.FileHandle => {
    const refuse = (): Promise<never> => Promise.reject(Object.assign(new Error('refused'), { code: disk.refuses, syscall: 'write' }))
    return disk.refuses === null ? file : Object.assign(file, { write: refuse, writeFile: refuse })
  }
  return { ...real, open: async (...args: Parameters<typeof real.open>) => refusing(await real.open(...args)) }
})

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 06:30 in Monterrey. */
const MORNING = '2026-11-21T12:30:00Z'

let db: WritableDb
let dataDir: string
let clock: FakeClock
let incidents: Incident[]
beforeEach(() => {
  db = new Database(':memory:')
  selfTests.up(db)
  dataDir = temporaryFolder()
  clock = fakeClock(MORNING)
  incidents = []
  disk.refuses = null
})
afterEach(() => {
  db.close()
  rmSync(dataDir, { recursive: true })
})

const daysAgo = (days: number): string => new Date(clock.now() - days * 24 * HOUR).toISOString()
const laser: PrinterFigures = { role: 'documents', name: 'Laser', state: 'ready', attention: [] }
const api = (offset = 0): SelfTestParts['api'] => ({
  getBranch: () => Promise.resolve({ ok: true, value: { serverTime: new Date(clock.now() + offset).toISOString() } as never }),
})

function setUp(change: Partial<SelfTestParts> = {}) {
  return createSelfTests({
    ...{ db, dataDir, clock, log: silentLog, api: api() },
    collect: () => Promise.resolve({ printers: [laser], diskFreeBytes: 5e10, startedAt: daysAgo(3) }),
    maintenance: { restore: () => Promise.resolve('restored'), lastBackupAt: () => new Date(clock.now() - HOUR).toISOString() },
    has: { scanner: true, sound: false, touch: true },
    onIncident: (incident) => incidents.push(incident),
    ...change,
  })
}
const told = (results: readonly CheckResult[]): Record<string, string> =>
  Object.fromEntries(results.map(({ check, outcome, cause }) => [check, cause ?? outcome]))
const run = async (change: Partial<SelfTestParts> = {}): Promise<Record<string, string>> => told((await setUp(change).run('asked')).results)

const WELL = {
  documentPrinter: 'passed',
  ticketPrinter: 'absent',
  network: 'passed',
  clock: 'passed',
  disk: 'passed',
  backup: 'passed',
  scanner: 'open',
  sound: 'absent',
  touch: 'open',
}

describe('a self-test', () => {
  it('finds that all is well, leaves nothing on the disk, and tells nobody', async () => {
    expect(await run()).toEqual(WELL)
    expect(readdirSync(dataDir)).toEqual([])
    expect(incidents).toEqual([])
  })

  it.each<[string, Partial<Record<keyof typeof WELL, string>>, () => Partial<SelfTestParts>]>([
    ['a printer without paper', { documentPrinter: 'paper' }, () => printing({ ...laser, state: 'attention', attention: ['paper'] })],
    ['a printer that is not there', { documentPrinter: 'offline' }, () => printing({ ...laser, state: 'offline', attention: ['offline'] })],
    ['no utility', { network: 'notSetUp', clock: 'open' }, () => ({ api: null })],
    ['no network', { network: 'unreachable', clock: 'open' }, () => failing('unreachable')],
    ['a false certificate', { network: 'untrusted', clock: 'open' }, () => failing('untrusted')],
    ['a page that asks to sign in to the network', { network: 'noAnswer', clock: 'open' }, () => failing('not-an-answer')],
    ['a clock that is three minutes late', { clock: 'clockWrong' }, () => ({ api: api(3 * MINUTE) })],
    ['a clock that is a day early', { clock: 'clockWrong' }, () => ({ api: api(-24 * HOUR) })],
    ['a full disk', { disk: 'diskFull' }, () => ({ collect: () => Promise.resolve({ printers: [laser], diskFreeBytes: 1e6, startedAt: daysAgo(3) }) })],
    ['a folder that is gone', { disk: 'diskFails' }, () => ({ dataDir: `${dataDir}/gone` })],
    ['no backup', { backup: 'noBackup' }, () => restoring('noBackup')],
    ['no backup on the first day', { backup: 'open' }, () => ({ ...restoring('noBackup'), ...startedToday() })],
    ['a backup that cannot be read', { backup: 'unreadableBackup' }, () => restoring('unreadableBackup')],
    ['an old backup', { backup: 'oldBackup' }, () => restoring('restored', 49 * HOUR)],
    ['a backup that could not be tried', { backup: 'open' }, () => restoring('stopped')],
  ])('finds %s', async (_what, expected, change) => {
    expect(await run(change())).toEqual({ ...WELL, ...expected })
  })

  const printing = (printer: PrinterFigures): Partial<SelfTestParts> => ({
    collect: () => Promise.resolve({ printers: [printer], diskFreeBytes: null, startedAt: daysAgo(3) }),
  })
  const startedToday = (): Partial<SelfTestParts> => ({ collect: () => Promise.resolve({ printers: [laser], diskFreeBytes: null, startedAt: daysAgo(0) }) })
  const failing = (failure: 'unreachable' | 'untrusted' | 'not-an-answer'): Partial<SelfTestParts> => ({
    api: { getBranch: () => Promise.resolve({ ok: false, failure }) },
  })
  const restoring = (restored: Awaited<ReturnType<SelfTestParts['maintenance']['restore']>>, age = HOUR): Partial<SelfTestParts> => ({
    maintenance: { restore: () => Promise.resolve(restored), lastBackupAt: () => new Date(clock.now() - age).toISOString() },
  })

  it.each<[string, CheckResult['cause'], number | null]>([
    ['ENOSPC', 'diskFull', 0],
    ['EDQUOT', 'diskFull', 0],
    ['EIO', 'diskFails', null],
  ])('takes a disk that refuses with %s for one that is %s, whatever the system says is free, and leaves nothing there', async (code, cause, amount) => {
    disk.refuses = code
    const { results } = await setUp().run('asked')
    expect(results.find(({ check }) => check === 'disk')).toMatchObject({ outcome: 'failed', cause, amount })
    expect(readdirSync(dataDir)).toEqual([])
  })

  it.each<[string, (path: string) => void]>([
    ['a file', (path) => writeFileSync(path, 'x')],
    ['a folder with something in it', (path) => mkdirSync(`${path}/more`, { recursive: true })],
  ])('removes what one that was killed left: %s', async (_what, leave) => {
    leave(`${dataDir}/self-test.unfinished`)
    expect(await run()).toEqual(WELL)
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('removes what one that was killed left, also where nothing can be made there', async () => {
    mkdirSync(`${dataDir}/self-test.unfinished`)
    disk.refuses = 'EIO'
    expect(await run()).toEqual({ ...WELL, disk: 'diskFails' })
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('says how little space is left, also where nothing more can be written', async () => {
    disk.refuses = 'EIO'
    const { results } = await setUp({ collect: () => Promise.resolve({ printers: [laser], diskFreeBytes: 4096, startedAt: daysAgo(3) }) }).run('asked')
    expect(results.find(({ check }) => check === 'disk')).toMatchObject({ cause: 'diskFull', amount: 4096 })
  })

  it('tells the utility what failed, by codes alone', async () => {
    await run({ ...failing('unreachable'), ...restoring('noBackup') })
    expect(incidents).toEqual([{ code: 'self-test-failed', detail: { checks: 'network:unreachable backup:noBackup' } }])
  })

  it('is run once for two who ask at once, and kept', async () => {
    const tests = setUp()
    expect(tests.latest()).toBeNull()
    const [one, other] = await Promise.all([tests.run('asked'), tests.run('daily')])
    expect(other).toBe(one)
    expect(setUp().latest()).toEqual(one)
    expect(db.prepare('SELECT count(*) FROM self_test').pluck().get()).toBe(1)
  })

  it('tells what it found, and what a person says of it, also where nothing of it can be kept', async () => {
    const tests = setUp({ collect: () => Promise.resolve({ printers: [laser], diskFreeBytes: 0, startedAt: daysAgo(3) }) })
    await tests.run('daily')
    db.pragma('query_only = ON')
    clock.advance(MINUTE)
    const found = await tests.run('asked')
    expect(told(found.results)).toEqual({ ...WELL, disk: 'diskFull' })
    expect(tests.latest()).toEqual(found)
    expect(told(tests.judge('touch', true)?.results ?? [])).toMatchObject({ touch: 'passed' })
    db.pragma('query_only = OFF')
    // It is not taken for a word about the one that was kept.
    tests.judge('scanner', true)
    expect(told(setUp().latest()?.results ?? [])).toMatchObject({ scanner: 'open', touch: 'open' })
  })

  it('keeps what a person says of what it cannot judge, and takes no word for what is not there', async () => {
    const tests = setUp()
    expect(tests.judge('touch', true)).toBeNull()
    await tests.run('asked')
    tests.judge('scanner', false)
    const judged = tests.judge('touch', true)
    expect(told(judged?.results ?? [])).toEqual({ ...WELL, scanner: 'said', touch: 'passed' })
    expect(tests.judge('sound', false)).toBeNull()
    expect(told(tests.latest()?.results ?? [])).toEqual({ ...WELL, scanner: 'said', touch: 'passed' })
  })
})

describe('each day', () => {
  function begin({ at = MORNING, isIdle = (): boolean => true } = {}) {
    const clock = fakeClock(at)
    const runs: string[] = []
    let latest: SelfTest | null = null
    const selfTests = {
      latest: () => latest,
      run(occasion: SelfTest['occasion']) {
        latest = { at: new Date(clock.now()).toISOString(), occasion, results: [] }
        runs.push(`${occasion} ${latest.at.slice(0, 16)}`)
        return Promise.resolve(latest)
      },
    }
    const stop = startDailySelfTest({ selfTests, clock, log: silentLog, timeZone: () => 'America/Monterrey', isIdle })
    return { clock, runs, selfTests, stop }
  }

  it('is run once, by the day of the branch', () => {
    const { clock, runs, stop } = begin()
    clock.advance(48 * HOUR)
    expect(runs).toEqual(['daily 2026-11-21T12:32', 'daily 2026-11-22T12:02', 'daily 2026-11-23T12:02'])
    stop()
    clock.advance(48 * HOUR)
    expect(runs).toHaveLength(3)
  })

  it('is not run while somebody is there, nor before it is morning, nor where staff have asked for one', async () => {
    let isIdle = false
    const { clock, runs, selfTests } = begin({ at: '2026-11-21T09:00:00Z', isIdle: () => isIdle })
    clock.advance(4 * HOUR)
    expect(runs).toEqual([])
    isIdle = true
    await selfTests.run('asked')
    clock.advance(10 * HOUR)
    expect(runs).toEqual(['asked 2026-11-21T13:00'])
  })
})
