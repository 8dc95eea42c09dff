import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAudit } from '../../../electron/audit/audit.ts'
import { walkChain } from '../../../electron/audit/walk.ts'
import * as audit from '../../../electron/cache/queries/dayAudit.ts'
import * as records from '../../../electron/cache/queries/dayRecords.ts'
import { SIGNED_IN_AUDIT } from '../../../electron/cache/queries/daySignatures.ts'
import { inTransaction } from '../../../electron/cache/transaction.ts'
import { readDayEnd } from '../../../electron/dayEnd/readDayEnd.ts'
import { spanOfDay } from '../../../shared/domain/dayHours.ts'
import { customer, dayWorld, lucia, type DayWorld } from '../../fixtures/dayEnd/dayWorld.ts'

const MANY = 100_000
const DAY_MS = 86_400_000
let world: DayWorld

/** Years of audit on either side of the day. */
beforeAll(() => {
  world = dayWorld({ start: '2026-11-10T16:00:00Z' })
  const fill = (): void =>
    inTransaction(world.db, () => {
      const { record } = createAudit({ db: world.db, clock: world.clock })
      for (let number = 0; number < MANY / 2; number += 1) {
        world.clock.advance(1_000)
        record({ who: 'visitor', what: 'print.ended', subject: { jobId: `${world.clock.now()}` }, outcome: 'confirmed', detail: { sheets: 1 } })
      }
    })
  fill()
  world.clock.setWall('2026-11-21T16:42:00Z')
  world.file(customer)
  world.print(lucia, 2)
  world.clock.setWall('2026-11-22T16:42:00Z')
  fill()
}, 120_000)
afterAll(() => world.dispose())

/** What SQLite says of its way, with a value of its kind for every parameter. */
const planOf = (sql: string): string[] =>
  world.db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...Array<string>(sql.split('?').length - 1).fill('1'))
    .map(({ detail }) => detail)

const all = { ...audit, ...records, SIGNED_IN_AUDIT }
const queries = Object.entries(all).flatMap(([name, sql]) => (typeof sql === 'string' ? [[name, sql] as const] : []))

describe('with 100,000 rows of audit around it, a day is read by indexes alone', () => {
  it.each(queries)('%s', (_, sql) => {
    const plan = planOf(sql)
    expect(plan.length).toBeGreaterThan(0)
    // `SCAN … USING COVERING INDEX` is the first entry of an index, which is where `ORDER BY … LIMIT 1` ends.
    const readThrough = plan.filter((step) => step.startsWith('SCAN') && !/ORDER BY \S+ LIMIT 1$/.test(sql))
    expect(readThrough).toEqual([])
    expect(plan.filter((step) => step.startsWith('USE TEMP B-TREE'))).toEqual([])
  })

  it('which are those of this migration', () => {
    const used = new Set(queries.flatMap(([, sql]) => planOf(sql)).flatMap((step) => /INDEX (\w+)/.exec(step)?.[1] ?? []))
    const indexes = [
      'audit_by_at',
      'audit_by_job',
      'audit_by_command',
      'audit_by_signed_day',
      'print_job_by_asked',
      'command_by_captured',
      'command_by_refused',
    ]
    expect([...used].sort()).toEqual(expect.arrayContaining(indexes.sort()))
  })

  it('and only its own rows are verified, with one on either side', () => {
    const stretch = audit.stretchOfDay(world.db, spanOfDay('2026-11-21', 'America/Monterrey'))
    const walked = [...walkChain(world.db, stretch ?? undefined)].map(({ row }) => world.db.prepare('SELECT at FROM audit WHERE seq = ?').pluck().get(row.seq))
    expect(walked.map((at) => String(at).slice(0, 10))).toEqual(['2026-11-11', ...Array<string>(walked.length - 2).fill('2026-11-21'), '2026-11-22'])
    expect(walked).toHaveLength(6)
  })

  it('so that its figures hold', () => {
    expect(readDayEnd(world.db, '2026-11-21')?.counted).toMatchObject({ tables: { total: { filed: 1, jobs: 1, sheets: 2 } }, differences: [], flaw: null })
    expect(world.clock.now() - Date.parse('2026-11-10T16:00:00Z')).toBeGreaterThan(DAY_MS)
  })
})
