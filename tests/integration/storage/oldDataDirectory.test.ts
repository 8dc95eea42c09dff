import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { journalFile, readJournal, renameOldJournal } from '../../../electron/outbox/journal.ts'
import { isUntouched } from '../../../electron/outbox/restoreDetector.ts'
import { openVerifiedDatabase } from '../../../electron/recovery/openVerified.ts'
import { bundleProcess, type ProcessBundle } from '../../fixtures/processes/processBundle.ts'
import { unpackDataDirectory } from '../../fixtures/storage/dataDirectories.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { findDebianTool } from '../../fixtures/tools.ts'
import { checkFile, queryByCli } from '../../model/sqliteCli.ts'

let recovery: ProcessBundle
beforeAll(async () => {
  recovery = await bundleProcess('recoveryProcess')
})
afterAll(() => recovery.remove())

let folder: string
let dataDir: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'old-data-'))
  dataDir = join(folder, 'made-by-759f2a6')
  unpackDataDirectory('759f2a6', dataDir)
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (at: string): unknown => openVerifiedDatabase({ databaseFile: join(at, 'ventanilla.db'), dataDir: at, clock: systemClock, log: silentLog }).close()
const query = <T>(at: string, sql: string): T[] => queryByCli<T>(join(at, 'ventanilla.db'), sql)
const namesIn = (at: string): string[] => [...readdirSync(at), ...readdirSync(join(at, 'backups'))]
const oldNames = (at: string): string[] => namesIn(at).filter((name) => /promises|salvag/.test(name))

const folios = [{ folio: 'K07-20261128-00019' }, { folio: 'K07-20261128-00027' }]

/** Everything that cannot be fetched again is there, once, and under the new names. */
function expectAllFound(at: string, when = ''): void {
  expect(checkFile(join(at, 'ventanilla.db'), 'integrity_check'), when).toBe('ok')
  expect(query(at, 'SELECT local_folio AS folio FROM command ORDER BY seq'), when).toEqual(folios)
  expect(
    readJournal(journalFile(at)).entries.map(({ localFolio }) => localFolio),
    when,
  ).toEqual(['K07-20261128-00027'])
  expect(oldNames(at), when).toEqual([])
  expect(readdirSync(join(at, 'backups')), when).toEqual(['durable-data-20261128.db'])
}

const [oldJournal, oldStamp] = ['promises.log', 'promises.seen']

/** As the older program did after each write: the directory is no copy any more. */
function noteStamp(at: string): void {
  const changed = statSync(join(at, oldJournal), { bigint: true }).ctimeNs.toString()
  writeFileSync(join(at, oldStamp), JSON.stringify({ changed, writingSince: null }).padEnd(120))
}

describe('a data directory made by 759f2a6', () => {
  it('is opened also where its backups cannot be read', () => {
    rmSync(join(dataDir, 'backups'), { recursive: true })
    writeFileSync(join(dataDir, 'backups'), 'no folder')
    open(dataDir)
    expect(query(dataDir, 'SELECT local_folio AS folio FROM command ORDER BY seq')).toEqual(folios)
  })

  it('is opened with all that it held: commands with their folios, journal, print jobs, copies, turns, audit', () => {
    open(dataDir)
    expectAllFound(dataDir)
    expect(query(dataDir, 'SELECT kind, state, utility_folio FROM command ORDER BY seq')).toEqual([
      { kind: 'question', state: 'delivered', utility_folio: 'S-25290672' },
      { kind: 'claim', state: 'delivered', utility_folio: 'S-64162709' },
    ])
    expect(query(dataDir, 'SELECT kind, state, printer, copy_number, document_name FROM print_job ORDER BY seq')).toEqual([
      { kind: 'duplicate', state: 'confirmed', printer: 'documents', copy_number: 1, document_name: 'DE 4043 2503' },
      { kind: 'turn', state: 'confirmed', printer: 'tickets', copy_number: 1, document_name: 'A-001' },
    ])
    expect(query(dataDir, 'SELECT what, count(*) AS times FROM audit GROUP BY what')).toEqual(
      ['command.delivered', 'command.filed', 'print.accepted', 'print.ended', 'print.requested', 'print.sent'].map((what) => ({ what, times: 2 })),
    )
    expect(query(dataDir, 'SELECT series, day, last_number FROM folio_day')).toEqual([{ series: 'K07', day: '2026-11-28', last_number: 2 }])
    expect(query(dataDir, 'SELECT last_number FROM invoice_copy UNION ALL SELECT last_number FROM turn_day')).toEqual([{ last_number: 1 }, { last_number: 1 }])
    expect(query(dataDir, 'SELECT count(*) AS invoices FROM invoice')).toEqual([{ invoices: 148 }])
  })

  it('gives back from its journal and its backup what its lost database held', () => {
    for (const suffix of ['', '-wal']) rmSync(join(dataDir, `ventanilla.db${suffix}`))
    open(dataDir)
    expect(query(dataDir, 'SELECT local_folio AS folio FROM command ORDER BY seq')).toEqual(folios)
    expect(query(dataDir, 'SELECT code FROM incident')).toEqual([{ code: 'database-recovered' }])
  })

  it('has its incidents told under the code of today, and a recovery that was asked for is done', () => {
    query(dataDir, "INSERT INTO incident (at, code) VALUES ('2026-11-28T10:00:00.000Z', 'database-salvaged')")
    writeFileSync(join(dataDir, 'salvage-wanted'), '')
    writeFileSync(join(dataDir, 'ventanilla.db.salvaging'), 'half a database')
    open(dataDir)
    expectAllFound(dataDir)
    expect(query(dataDir, 'SELECT code FROM incident ORDER BY id')).toEqual([{ code: 'database-recovered' }, { code: 'database-recovered' }])
    expect(namesIn(dataDir)).not.toContain('recovery-wanted')
  })

  it.each(['rename', 'unlink', 'fsync,fdatasync'])('that is killed at any %s of its first start is whole after the next', async (call) => {
    writeFileSync(join(dataDir, 'ventanilla.db.salvaging'), 'half a database')
    let kills = 0
    for (let when = 1; ; when += 1) {
      const at = join(folder, String(when))
      cpSync(dataDir, at, { recursive: true })
      noteStamp(at)
      const unharmed = await openKilled(at, `${call}:signal=SIGKILL:when=${when}`)
      if (!unharmed) {
        kills += 1
        open(at)
      }
      expectAllFound(at, `${call} ${when}`)
      expect(isUntouched(at, journalFile(at)), `${call} ${when}`).toBe(true)
      if (unharmed) break
    }
    expect(kills).toBeGreaterThanOrEqual(2)
  })
})

/** Whether the process ended by itself. */
async function openKilled(at: string, injection: string): Promise<boolean> {
  const program = [process.execPath, recovery.program, join(at, 'ventanilla.db')]
  const strace = ['-f', '-o', '/dev/null', '-e', 'trace=rename,unlink,fsync,fdatasync', '-e', `inject=${injection}`]
  // Node's own files of compiled modules are none of the calls to count.
  const child = spawn(findDebianTool('strace', 'strace'), [...strace, ...program], {
    stdio: 'ignore',
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0
}

describe('the journal of an older program', () => {
  it('that nobody else has written is trusted under its new name', () => {
    noteStamp(dataDir)
    renameOldJournal(dataDir)
    expect(isUntouched(dataDir, journalFile(dataDir))).toBe(true)
    expect(oldNames(dataDir).filter((name) => !name.endsWith('.db'))).toEqual([])
  })

  it('that was put back from a copy is not', () => {
    renameOldJournal(dataDir)
    expect(existsSync(journalFile(dataDir))).toBe(true)
    expect(isUntouched(dataDir, journalFile(dataDir))).toBe(false)
  })

  it('is trusted after a kill between its rename and the note of it', () => {
    noteStamp(dataDir)
    cpSync(join(dataDir, oldStamp), join(dataDir, 'kept'))
    renameOldJournal(dataDir)
    writeFileSync(join(dataDir, 'outbox-journal.stamp'), JSON.stringify({ changed: null, writingSince: systemClock.now() }).padEnd(120))
    renameSync(join(dataDir, 'kept'), join(dataDir, oldStamp))
    renameOldJournal(dataDir)
    expect(isUntouched(dataDir, journalFile(dataDir))).toBe(true)
  })

  it('that was put beside a newer one adds what it tells, and the directory counts as restored', () => {
    const old = readFileSync(join(dataDir, oldJournal))
    noteStamp(dataDir)
    renameOldJournal(dataDir)
    writeFileSync(join(dataDir, oldJournal), old)
    writeFileSync(journalFile(dataDir), '')
    renameOldJournal(dataDir)
    expect(readJournal(journalFile(dataDir)).entries.map(({ localFolio }) => localFolio)).toEqual(['K07-20261128-00027'])
    expect(isUntouched(dataDir, journalFile(dataDir))).toBe(false)
    expect(existsSync(join(dataDir, oldJournal))).toBe(false)
  })
})
