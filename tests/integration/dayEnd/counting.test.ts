import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDayEnd, type DayReading } from '../../../electron/dayEnd/readDayEnd.ts'
import { noCounts } from '../../../shared/domain/dayEnd.ts'
import { customer, dayWorld, lucia, ramiro, type DayWorld } from '../../fixtures/dayEnd/dayWorld.ts'
import { deleteRow, editRow, truncate, unlock } from '../../fixtures/audit/tampering.ts'

const TODAY = '2026-11-21'
const HOUR = 3_600_000

let world: DayWorld
beforeEach(() => {
  world = dayWorld()
})
afterEach(() => world.dispose())

function read(day = TODAY): DayReading {
  const reading = readDayEnd(world.db, day)
  if (!reading) throw new Error('no branch')
  return reading
}
const peopleOf = ({ counted }: DayReading) => counted.tables.people.map(({ who, name, counts }) => [name ?? who, counts])

/** A morning at 10:42 and 11:42 of the branch. */
async function morning(): Promise<void> {
  const filed = world.file(customer)
  world.file(lucia)
  world.print(customer, 2)
  world.clock.advance(HOUR)
  await world.refuse(filed)
  world.print(lucia, 3)
  world.print(ramiro, 1, 'failed')
  world.close(ramiro, filed)
}

describe('a day is counted by clerk and by hour', () => {
  it('from the records, and the audit says the same', async () => {
    await morning()
    const reading = read()
    expect(peopleOf(reading)).toEqual([
      ['Lucía Treviño Garza', { ...noCounts, filed: 1, jobs: 1, sheets: 3 }],
      ['Ramiro Cantú Elizondo', { ...noCounts, closed: 1 }],
      ['customers', { ...noCounts, filed: 1, jobs: 1, sheets: 2, refused: 1 }],
    ])
    expect(reading.counted.tables.hours).toEqual([
      { hour: '10:00', turn: null, counts: { ...noCounts, filed: 2, jobs: 1, sheets: 2 } },
      { hour: '11:00', turn: null, counts: { ...noCounts, jobs: 1, sheets: 3, refused: 1, closed: 1 } },
    ])
    expect(reading.counted.tables.total).toEqual({ filed: 2, jobs: 2, sheets: 5, refused: 1, closed: 1 })
    expect(reading.counted).toMatchObject({ differences: [], flaw: null })
  })

  it('where the refusal is of whoever filed it, on the day on which it came', async () => {
    const filed = world.file(lucia)
    world.clock.advance(24 * HOUR)
    await world.refuse(filed)
    expect(peopleOf(read())).toEqual([['Lucía Treviño Garza', { ...noCounts, filed: 1 }]])
    expect(peopleOf(read('2026-11-22'))).toEqual([['Lucía Treviño Garza', { ...noCounts, refused: 1 }]])
    expect(read('2026-11-22').counted.differences).toEqual([])
  })

  it('and paper of which nobody knows counts until staff find that it did not come out', () => {
    const { id } = world.print(customer, 2, 'unknown')
    expect(read().counted.tables.total).toMatchObject({ jobs: 1, sheets: 2 })
    world.clock.advance(24 * HOUR)
    world.sayNotOut(id)
    const reading = read()
    expect(reading.counted.tables.people).toEqual([])
    expect(reading.counted.differences).toEqual([])
  })

  it('without the paper of the day itself, in either count; a test page is counted', () => {
    const before = read()
    world.print(lucia, 3, 'confirmed', { accountId: null, document: { kind: 'dayEnd', day: TODAY } })
    world.print(lucia, 1, 'unknown', { accountId: null, document: { kind: 'dayEnd', day: '2026-11-20' } })
    expect(read().counted).toMatchObject({ tables: { people: [], hours: [] }, differences: [], flaw: null })
    expect(read().digest).toBe(before.digest)
    world.print(lucia, 1, 'confirmed', { accountId: null, document: { kind: 'testPage' } })
    expect(peopleOf(read())).toEqual([['Lucía Treviño Garza', { ...noCounts, jobs: 1, sheets: 1 }]])
    expect(read().counted.differences).toEqual([])
  })

  it('from midnight to midnight of the branch', () => {
    world.clock.setWall('2026-11-21T05:59:59.999Z')
    world.file(customer)
    world.clock.setWall('2026-11-21T06:00:00.000Z')
    world.file(customer)
    world.clock.setWall('2026-11-22T05:59:59.999Z')
    world.file(customer)
    const filed = (day: string): number => read(day).counted.tables.total.filed
    expect(['2026-11-20', TODAY, '2026-11-22'].map(filed)).toEqual([1, 2, 0])
    expect(read().counted.tables.hours.map(({ hour }) => hour)).toEqual(['00:00', '23:00'])
    expect(read().firstDay).toBe('2026-11-20')
  })
})

it('an hour that comes twice is counted twice, each on its own', async () => {
  const other = dayWorld({ timeZone: 'America/Tijuana', start: '2026-11-01T08:30:00Z' })
  other.file(customer)
  other.clock.advance(HOUR)
  other.file(customer)
  other.file(customer)
  const hours = readDayEnd(other.db, '2026-11-01')?.counted.tables.hours
  expect(hours?.map(({ hour, turn, counts }) => [hour, turn, counts.filed])).toEqual([
    ['01:00', 1, 1],
    ['01:00', 2, 2],
  ])
  await other.dispose()
})

describe('where records and audit do not agree, it is said of which figure and by how much', () => {
  it('when a record is gone', async () => {
    await morning()
    world.db.exec("DELETE FROM print_job WHERE who = 'clerk:17'")
    const [jobs, sheets, ...ofHour] = read().counted.differences
    expect(jobs).toEqual({ person: { who: 'clerk:17', name: 'Lucía Treviño Garza' }, hour: null, figure: 'jobs', records: 0, audit: 1 })
    expect(sheets).toMatchObject({ figure: 'sheets', records: 0, audit: 3 })
    expect(ofHour.map(({ hour, figure }) => [hour?.hour, figure])).toEqual([
      ['11:00', 'jobs'],
      ['11:00', 'sheets'],
    ])
  })

  it('when somebody else filed it than the audit says', async () => {
    await morning()
    world.db.exec(`UPDATE command SET body = CAST(replace(CAST(body AS TEXT), '"clerkId":"17"', '"clerkId":"18"') AS BLOB)`)
    const people = read().counted.differences.map(({ person, records, audit }) => [person?.who, records, audit])
    expect(people.sort()).toEqual([
      ['clerk:17', 0, 1],
      ['clerk:18', 1, 0],
    ])
  })

  it('when a command is there that the audit never heard of', () => {
    world.file(customer)
    world.db.exec(`INSERT INTO command (id, form_id, session_id, kind, local_folio, captured_at, body, state, attempts)
      VALUES ('x', 'x', 'x', 'question', 'x', '2026-11-21T18:00:00.000Z', x'7b', 'pending', 0)`)
    expect(read().counted.differences).toEqual([
      { person: { who: 'customers', name: null }, hour: null, figure: 'filed', records: 2, audit: 1 },
      { person: null, hour: { hour: '12:00', turn: null }, figure: 'filed', records: 1, audit: 0 },
    ])
  })
})

describe('the audit of the day is verified', () => {
  const rows = (day: string) =>
    world.db
      .prepare<[string], { seq: number }>('SELECT seq FROM audit WHERE at LIKE ? ORDER BY seq')
      .all(`${day}%`)
      .map(({ seq }) => seq)

  /** Three days of which the one in the middle is looked at. */
  beforeEach(async () => {
    for (const day of ['20', '21', '22']) {
      world.clock.setWall(`2026-11-${day}T16:00:00Z`)
      await morning()
    }
    unlock(world.db)
  })

  it.each(['who', 'outcome', 'detail', 'at', 'hash'] as const)('a row is named whose %s was changed, on its day and on no other', (column) => {
    const seq = rows(TODAY)[2] ?? 0
    editRow(world.db, seq, column)
    expect(read().counted.flaw).toEqual({ seq, flaw: 'edited' })
    expect(['2026-11-20', '2026-11-22'].map((day) => read(day).counted.flaw)).toEqual([null, null])
  })

  it('and one that is missing, at the edges of the day too', () => {
    const all = rows(TODAY)
    for (const seq of [all[0], all[3], all.at(-1)]) {
      world.db.exec('SAVEPOINT whole')
      deleteRow(world.db, seq ?? 0)
      expect(read().counted.flaw).toEqual({ seq, flaw: 'deleted' })
      world.db.exec('ROLLBACK TO whole')
    }
  })

  it('and a whole day that is missing', () => {
    const all = rows(TODAY)
    world.db.exec(`DELETE FROM audit WHERE at LIKE '${TODAY}%'`)
    expect(read().counted.flaw).toEqual({ seq: all[0], flaw: 'deleted' })
  })

  it('and rows that were cut off at the end of all', () => {
    const [first = 0] = rows('2026-11-22')
    truncate(world.db, first + 2)
    expect(read('2026-11-22').counted.flaw).toEqual({ seq: first + 2, flaw: 'truncated' })
    expect(read().counted.flaw).toBeNull()
  })
})
