import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeOf, isConstraint, isCorruption, isDatabaseFault, isFileFault, isMissing, isStorageFault, storing } from '../../electron/faults.ts'
import { failure, success } from '../../shared/result.ts'

const sqlite = (code: string): Error => new Database.SqliteError('told by SQLite', code)

function thrown(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

const missing = thrown(() => readFileSync('/no/such/file'))
const bug = new TypeError('a bug of ours')

describe('a fault of the database', () => {
  it.each(['SQLITE_FULL', 'SQLITE_IOERR_FSYNC', 'SQLITE_BUSY', 'SQLITE_READONLY'])('%s is one of storage', (code) => {
    expect([isStorageFault(sqlite(code)), isCorruption(sqlite(code)), isDatabaseFault(sqlite(code))]).toEqual([true, false, true])
  })

  it.each(['SQLITE_CORRUPT', 'SQLITE_CORRUPT_INDEX', 'SQLITE_NOTADB'])('%s is corruption', (code) => {
    expect([isStorageFault(sqlite(code)), isCorruption(sqlite(code)), isDatabaseFault(sqlite(code))]).toEqual([false, true, true])
  })

  it('is neither what a table’s rule refuses, nor a file that is missing, nor a bug', () => {
    const constraint = thrown(() => new Database(':memory:').exec('CREATE TABLE t (a INTEGER NOT NULL); INSERT INTO t VALUES (NULL)'))
    expect(isConstraint(constraint)).toBe(true)
    for (const error of [constraint, missing, bug, new Error('SQLITE_FULL'), 'SQLITE_FULL']) expect(isDatabaseFault(error)).toBe(false)
  })
})

describe('a fault of the file system', () => {
  it('is told from a bug and from SQLite, and names its code', () => {
    expect([isFileFault(missing), isMissing(missing), codeOf(missing)]).toEqual([true, true, 'ENOENT'])
    expect([isFileFault(bug), isMissing(bug), codeOf(bug)]).toEqual([false, false, 'UNKNOWN'])
    expect([isFileFault(sqlite('SQLITE_FULL')), isMissing(sqlite('SQLITE_FULL'))]).toEqual([false, false])
  })
})

describe('storing', () => {
  it('answers what was asked for, or cannot-store where the disk refused it, and lets a bug pass', () => {
    const refusing = (error: unknown) => () => {
      throw error
    }
    expect(storing(() => success('stored'))).toEqual(success('stored'))
    expect(storing(refusing(sqlite('SQLITE_FULL')))).toEqual(failure({ code: 'cannot-store' }))
    expect(storing(refusing(sqlite('SQLITE_CORRUPT')))).toEqual(failure({ code: 'cannot-store' }))
    expect(() => storing(refusing(bug))).toThrow(bug)
  })
})
