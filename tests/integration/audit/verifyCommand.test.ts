import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHead, type Head } from '../../../electron/audit/head.ts'
import { createToldHead } from '../../../electron/audit/toldHead.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { systemClock } from '../../../electron/clock.ts'
import { deleteRow, editRow, insertRow, recordRows, rewriteFrom, swapRows, truncate, unlock } from '../../fixtures/audit/tampering.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'
import { queryByCli } from '../../model/sqliteCli.ts'

let dataDir: string
let db: WritableDb
beforeEach(() => {
  dataDir = temporaryFolder()
  db = openDatabase(join(dataDir, 'ventanilla.db'), { role: 'durable' })
  recordRows(db, 30)
})
afterEach(() => db.close())

/** `npm run audit:verify`, as an administrator runs it. */
const verify = (...args: string[]): Promise<{ code: number; said: string; complained: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, ['scripts/audit-verify.ts', ...args], (_error, said, complained) =>
      resolve({ code: child.exitCode ?? -1, said, complained }),
    )
  })

function emptyDatabase(): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'ventanilla.db'), '')
  return folder
}

const tell = (): Head => {
  const head = readHead(db)!
  createToldHead({ db, dataDir, clock: systemClock, log: silentLog }).note(head)
  return head
}

describe('audit:verify', () => {
  it('says of a kiosk that runs how many rows there are and which is the last, and that they are what was written', async () => {
    const { hash } = tell()
    recordRows(db, 2)
    const head = readHead(db)!
    expect(await verify(dataDir, '--head', `seq:30 sha256:${hash}`)).toEqual({
      code: 0,
      complained: '',
      said: [
        'rows: 32',
        `head: seq:32 sha256:${head.hash}`,
        'last head told to the utility: row 30, in the chain',
        'head given: row 30, in the chain',
        'every row is what was written\n',
      ].join('\n'),
    })
  })

  it('says the same of one that has stopped, and changes nothing', async () => {
    db.close()
    expect((await verify(dataDir)).code).toBe(0)
    db = openDatabase(join(dataDir, 'ventanilla.db'), { role: 'durable' })
    expect(queryByCli(db.name, 'SELECT count(*) AS rows FROM audit')).toEqual([{ rows: 30 }])
  })

  it.each([
    ['first bad row: 7, edited', () => editRow(db, 7, 'outcome')],
    ['first bad row: 7, deleted', () => deleteRow(db, 7)],
    ['first bad row: 7, inserted', () => insertRow(db, 7, 'follows')],
    ['first bad row: 7, reordered', () => swapRows(db, 7, 20, { chain: true })],
    ['first bad row: 7, truncated', () => truncate(db, 7)],
  ])('S36 says %s, and ends with 1', async (said, tamper) => {
    unlock(db)
    tamper()
    const verdict = await verify(dataDir)
    expect(verdict.said).toContain(said)
    expect(verdict.code).toBe(1)
  })

  it('S36 says that a tail was written anew, by the head that the utility was told last or by one that is given', async () => {
    const told = tell()
    unlock(db)
    truncate(db, 28)
    rewriteFrom(db, 28)
    const verdict = await verify(dataDir)
    expect(verdict.said).toContain('last head told to the utility: NOT in the chain')
    expect(verdict.said).toContain('the rows that are here fit together, but they are not all that was written')
    expect(verdict.code).toBe(1)
    rmSync(join(dataDir, 'audit-told.json'))
    const untold = await verify(dataDir)
    expect(untold.said).toContain('last head told to the utility: not known, there is no audit-told.json')
    expect(untold.code).toBe(0)
    const given = await verify(dataDir, '--head', told.hash)
    expect(given.said).toContain('head given: NOT in the chain')
    expect(given.code).toBe(1)
  })

  it.each([
    [[], 'one data directory is needed'],
    [['.', '--tail'], '--tail'],
  ])('%j is named before the usage', async (args, said) => {
    const { code, complained } = await verify(...args)
    expect(complained.split('\n')[0]).toContain(said)
    expect(complained).toContain('Usage: npm run audit:verify')
    expect(code).toBe(2)
  })

  it('takes a head for the row that it names, and for no other', async () => {
    const { hash } = tell()
    const given = await verify(dataDir, '--head', `seq:29 sha256:${hash}`)
    expect(given.said).toContain('head given: NOT in the chain: its hash is that of row 30, not of row 29')
    expect(given.code).toBe(1)
  })

  it.each<[string, () => string]>([
    ['there is no ventanilla.db in /no/such', () => '/no/such'],
    ['there is no audit in this ventanilla.db', emptyDatabase],
    [
      'the audit cannot be read: no such table: audit_head',
      () => {
        db.exec('DROP TABLE audit_head')
        return dataDir
      },
    ],
    [
      'audit-told.json cannot be read: EISDIR',
      () => {
        mkdirSync(join(dataDir, 'audit-told.json'))
        return dataDir
      },
    ],
  ])('says in one line: %s, and ends with 2', async (said, directory) => {
    const { code, complained } = await verify(directory())
    expect(complained.trim().split('\n')).toEqual([expect.stringContaining(said)])
    expect(code).toBe(2)
  })

  it('takes no head that is none', async () => {
    const { code, complained } = await verify(dataDir, '--head', 'seq:30')
    expect(complained).toContain('--head must end with a hash of 64 hexadecimal digits')
    expect(code).toBe(2)
  })
})
