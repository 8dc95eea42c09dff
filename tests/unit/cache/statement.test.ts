import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import type { ReadableDb, WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { findAccount } from '../../../electron/cache/queries/accounts.ts'
import { countTo, lastNumberOf } from '../../../electron/cache/queries/folios.ts'
import { takeTurn } from '../../../electron/cache/queries/turns.ts'
import { query, statement } from '../../../electron/cache/statement.ts'
import { inTransaction } from '../../../electron/cache/transaction.ts'

describe('a connection for reading', () => {
  it('is what every connection is, and no connection for writing', () => {
    expectTypeOf<WritableDb>().toExtend<ReadableDb>()
    expectTypeOf<ReadableDb>().not.toExtend<WritableDb>()
    expectTypeOf<ReadableDb>().not.toHaveProperty('prepare')
    expectTypeOf<ReadableDb>().not.toHaveProperty('exec')
    expectTypeOf<ReadableDb>().not.toHaveProperty('transaction')
    expectTypeOf<ReadableDb>().not.toHaveProperty('pragma')
  })

  it('is enough for what reads, and does not compile for what writes', () => {
    expectTypeOf(findAccount).parameter(0).toEqualTypeOf<ReadableDb>()
    expectTypeOf(lastNumberOf).parameter(0).toEqualTypeOf<ReadableDb>()
    expectTypeOf(countTo).parameter(0).toEqualTypeOf<WritableDb>()
    expectTypeOf(takeTurn).parameter(0).toEqualTypeOf<WritableDb>()
    expectTypeOf(statement).parameter(0).toEqualTypeOf<WritableDb>()
    expectTypeOf(inTransaction).parameter(0).toEqualTypeOf<WritableDb>()
    expectTypeOf<ReturnType<typeof query>>().not.toHaveProperty('run')
    expectTypeOf<ReturnType<ReturnType<typeof query>['pluck']>>().not.toHaveProperty('run')
  })
})

describe('a query', () => {
  let db: WritableDb
  beforeEach(() => {
    db = openDatabase(':memory:', { role: 'durable' })
  })
  afterEach(() => db.close())

  it('answers rows', () => {
    expect(query<[number], { double: number }>(db, 'SELECT 2 * ? AS double').get(21)).toEqual({ double: 42 })
    expect(query<[], number>(db, 'PRAGMA user_version').pluck().get()).toBeGreaterThan(0)
  })

  it.each([
    "INSERT INTO turn_day (day, last_number) VALUES ('2026-11-21', 1)",
    "INSERT INTO turn_day (day, last_number) VALUES ('2026-11-21', 1) RETURNING last_number",
    'UPDATE service_state SET out_of_service = 1',
    'DELETE FROM incident',
  ])('that writes is refused before it has: %s', (sql) => {
    expect(() => query(db, sql)).toThrow('a query writes')
    expect(query<[], number>(db, 'SELECT count(*) FROM turn_day').pluck().get()).toBe(0)
  })
})
