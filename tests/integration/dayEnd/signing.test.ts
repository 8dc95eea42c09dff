import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify.ts'
import { signaturesOf } from '../../../electron/cache/queries/daySignatures.ts'
import { digestOf } from '../../../electron/dayEnd/readDayEnd.ts'
import type { DayEnd } from '../../../shared/contract/dayEnd.ts'
import { aClerk } from '../../fakes/fakeCounter.ts'
import { customer, dayWorld, type DayWorld } from '../../fixtures/dayEnd/dayWorld.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'

const TODAY = '2026-11-21'
const supervisor = aClerk({ clerkId: '18', name: 'Ramiro Cantú Elizondo', roles: ['clerk', 'supervisor'] })

let world: DayWorld
beforeEach(() => {
  world = dayWorld()
  world.file(customer)
})
afterEach(() => world.dispose())

const show = async (day: string | null = null): Promise<DayEnd> => must(await world.service()['dayEnd.show']({ day }))
const sign = async (digest: string, person = aClerk({ name: 'Lucía Treviño Garza' }), day = TODAY) => world.service(person)['dayEnd.sign']({ day, digest })
const codeOf = async (answer: ReturnType<typeof sign>): Promise<string | null> => {
  const told = await answer
  return told.ok ? null : told.problem.code
}
const audited = (): unknown[] => world.db.prepare("SELECT who, subject, outcome, detail FROM audit WHERE what = 'day.signed'").all()

describe('a day is signed', () => {
  it('as it is shown, with who, when, the digest of the figures and the head of the audit; the audit has it too', async () => {
    const { digest, tables } = await show()
    const head = world.db.prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM audit_head').get()
    const signed = must(await sign(digest))
    const [kept] = signaturesOf(world.db, TODAY)
    expect(kept).toEqual({
      day: TODAY,
      number: 1,
      signedAt: '2026-11-21T16:42:00.000Z',
      clerkId: '17',
      clerkName: 'Lucía Treviño Garza',
      figures: expect.stringContaining('"filed":1') as string,
      digest,
      auditSeq: head?.seq,
      auditHash: head?.hash.toString('hex'),
    })
    expect(digestOf(kept?.figures ?? '')).toBe(digest)
    expect(signed.signatures).toEqual([
      { number: 1, signedAt: '2026-11-21T16:42:00.000Z', clerkId: '17', clerkName: 'Lucía Treviño Garza', digest, intact: true },
    ])
    expect(signed.signed?.tables).toEqual(tables)
    expect(audited()).toEqual([
      {
        who: 'clerk:17',
        subject: `{"day":"${TODAY}","number":"1"}`,
        outcome: 'signed',
        detail: JSON.stringify({ digest, headSeq: head?.seq, headHash: head?.hash.toString('hex') }),
      },
    ])
    expect(verifyAudit(world.db).firstBad).toBeNull()
  })

  it('and what comes after is beside it, until it is signed once more: nothing is overwritten', async () => {
    must(await sign((await show()).digest))
    world.file(customer)
    const later = await show()
    expect([later.signed?.tables.total.filed, later.tables.total.filed]).toEqual([1, 2])
    const again = must(await sign(later.digest, supervisor))
    expect(again.signatures.map(({ number, clerkName }) => [number, clerkName])).toEqual([
      [1, 'Lucía Treviño Garza'],
      [2, 'Ramiro Cantú Elizondo'],
    ])
    expect(again.signed?.tables.total.filed).toBe(2)
    for (const change of ["UPDATE day_signature SET clerk_name = 'x'", 'DELETE FROM day_signature', 'REPLACE INTO day_signature SELECT * FROM day_signature']) {
      expect(() => world.db.exec(change)).toThrow('signatures are append-only')
    }
  })

  it('once by two touches of one clerk, and again by another', async () => {
    const { digest } = await show()
    await Promise.all([sign(digest), sign(digest)])
    expect((await show()).signatures).toHaveLength(1)
    must(await sign(digest, supervisor))
    expect((await show()).signatures).toHaveLength(2)
  })

  it('without figures too', async () => {
    world.clock.setWall('2026-11-24T16:00:00Z')
    const { digest, tables } = await show('2026-11-23')
    expect(tables).toMatchObject({ people: [], hours: [] })
    expect(must(await sign(digest, aClerk(), '2026-11-23')).signatures).toHaveLength(1)
  })
})

describe('a day is not signed', () => {
  it('when something else is counted by then', async () => {
    const { digest } = await show()
    world.file(customer)
    expect(await codeOf(sign(digest))).toBe('day-changed')
    expect(audited()).toEqual([])
  })

  it('before the first record, or before it has come', async () => {
    const { digest } = await show('2020-01-01')
    expect(await codeOf(sign(digest, aClerk(), '2020-01-01'))).toBe('not-found')
    expect(await codeOf(sign(digest, aClerk(), '2026-11-22'))).toBe('invalid-fields')
  })

  it('on a locked screen, or by whoever is no clerk', async () => {
    const { digest } = await show()
    expect(await codeOf(sign(digest, aClerk({ isLocked: true })))).toBe('not-allowed')
    expect(await codeOf(world.service({ kind: 'visitor' })['dayEnd.sign']({ day: TODAY, digest }))).toBe('not-allowed')
  })

  it('where the disk takes nothing: no half of it is left', async () => {
    const { digest } = await show()
    world.db.pragma('query_only = ON')
    expect(await codeOf(sign(digest))).toBe('cannot-store')
    world.db.pragma('query_only = OFF')
    expect([audited(), signaturesOf(world.db, TODAY)]).toEqual([[], []])
  })
})

it('says which days can be had: today at first, none that has not come, and since when there are records', async () => {
  expect(await show()).toMatchObject({ day: TODAY, today: TODAY, firstDay: TODAY })
  const problem = async (day: string) => {
    const answer = await world.service()['dayEnd.show']({ day })
    return answer.ok ? null : answer.problem.fields
  }
  expect(await problem('2026-11-22')).toEqual([{ field: 'day', problem: 'date-future', day: TODAY }])
  expect(await problem('31/02')).toEqual([{ field: 'day', problem: 'not-a-date' }])
})

it('asks the records nothing of a day that nobody can mean', async () => {
  const asked = vi.spyOn(world.records, 'day')
  const notADate = { ok: false, problem: { fields: [{ field: 'day', problem: 'not-a-date' }] } }
  for (const day of ['0001-01-01', '0026-11-30', '1899-12-31']) {
    expect(await world.service()['dayEnd.show']({ day })).toMatchObject(notADate)
    expect(await sign('0'.repeat(64), aClerk(), day)).toMatchObject(notADate)
  }
  expect(await codeOf(sign('0'.repeat(64), aClerk(), '2026-11-20'))).toBe('not-found')
  expect(asked).not.toHaveBeenCalled()
})

it('tells of a signature that is not what was signed', async () => {
  must(await sign((await show()).digest))
  world.db.exec('DROP TRIGGER day_signature_is_never_changed')
  world.db.exec(`UPDATE day_signature SET figures = replace(figures, '"filed":1', '"filed":7')`)
  expect((await show()).signatures.map(({ intact }) => intact)).toEqual([false])
  const [{ figures = '' } = {}] = signaturesOf(world.db, TODAY)
  // With the digest that fits: then the audit says otherwise.
  world.db.prepare('UPDATE day_signature SET digest = ?').run(digestOf(figures))
  expect((await show()).signatures.map(({ intact }) => intact)).toEqual([false])
})

describe('a signature that somebody reached', () => {
  const unlock = (what: string): unknown => world.db.exec(`DROP TRIGGER day_signature_is_never_${what}`)
  const told = async () => (await show()).signatures.map(({ number, clerkName, intact }) => [number, clerkName, intact])

  it.each([
    ['clerk', "clerk_id = '18'"],
    ['time', "signed_at = '2026-11-21T16:42:00.001Z'"],
    ['row of the audit', 'audit_seq = audit_seq + 1'],
    ['hash of the audit', "audit_hash = 'ff' || substr(audit_hash, 3)"],
    ['head, taken away', 'audit_seq = NULL, audit_hash = NULL'],
  ])('is told, whatever was edited: its %s', async (_, change) => {
    must(await sign((await show()).digest))
    expect(await told()).toEqual([[1, 'Lucía Treviño Garza', true]])
    unlock('changed')
    world.db.exec(`UPDATE day_signature SET ${change}`)
    expect(await told()).toEqual([[1, 'Lucía Treviño Garza', false]])
  })

  it('is told when it was deleted, in its place, and the day is signed once more under a new number', async () => {
    const { digest } = await show()
    must(await sign(digest))
    must(await sign(digest, supervisor))
    unlock('deleted')
    world.db.exec('DELETE FROM day_signature WHERE number = 1')
    expect(await told()).toEqual([
      [1, 'Lucía Treviño Garza', false],
      [2, 'Ramiro Cantú Elizondo', true],
    ])
    world.db.exec('DELETE FROM day_signature')
    expect(await show()).toMatchObject({ signed: null, signatures: [{ intact: false }, { number: 2, clerkId: '18', digest, intact: false }] })
    const again = must(await sign(digest, supervisor))
    expect(again.signatures.map(({ number, intact }) => [number, intact])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ])
  })

  it('is none where the clock went on while it was written', async () => {
    const { digest } = await show()
    let now = world.clock.now()
    vi.spyOn(world.clock, 'now').mockImplementation(() => (now += 1))
    must(await sign(digest))
    expect(await told()).toEqual([[1, 'Lucía Treviño Garza', true]])
  })
})
