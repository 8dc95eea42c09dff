import { describe, expect, it, onTestFinished } from 'vitest'
import { createAudit } from '../../../electron/audit/audit.ts'
import { createPersonAudit } from '../../../electron/audit/personAudit.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { clerks as sample, samplePins } from '../../../electron/sandbox/data/clerks.ts'
import { createClerksService, type ClerkAudit } from '../../../electron/services/clerks.ts'
import { createClerkThrottle } from '../../../electron/session/clerkThrottle.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import { feedTables } from '../../../electron/sync/feedTables.ts'
import type { Clerk } from '../../../shared/utility-api/generated/types.gen.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const [lucia, ramiro, , norma] = sample as readonly [Clerk, Clerk, Clerk, Clerk]
const entry = ({ id }: Pick<Clerk, 'id'>, pin: string) => ({ clerkId: id, pin })
const luciasEntry = entry(lucia, samplePins.clerk)
const ramirosEntry = entry(ramiro, samplePins.supervisor)
const WRONG = '000000'

function setUp() {
  const db = openDatabase(':memory:', { role: 'durable' })
  onTestFinished(() => void db.close())
  const clock = fakeClock()
  let rev = 0
  function tell(clerk: Clerk | string): void {
    const id = typeof clerk === 'string' ? clerk : clerk.id
    const read = typeof clerk === 'string' ? null : feedTables.find(({ entity }) => entity === 'clerk')?.read(clerk)
    const data = read?.ok ? read.cells[0] : null
    db.prepare('INSERT OR REPLACE INTO clerk (id, rev, deleted, data) VALUES (?, ?, ?, ?)').run(id, (rev += 1), data === null ? 1 : 0, data)
  }
  sample.forEach(tell)
  const audit: ClerkAudit = createPersonAudit({ db, audit: createAudit({ db, clock }), log: silentLog })
  const asked: string[] = []
  // The hashes themselves are tested beside this; here every clerk's own PIN is theirs.
  const pinOf = new Map([
    [lucia.id, samplePins.clerk],
    [ramiro.id, samplePins.supervisor],
  ])
  const pins = {
    meanwhile: (): void => undefined,
    isOf: async (clerk: Clerk | null, pin: string) => {
      asked.push(clerk?.id ?? 'nobody')
      await Promise.resolve()
      pins.meanwhile()
      return clerk !== null && pinOf.get(clerk.id) === pin
    },
  }
  const counter = createCounter({
    clock,
    isPrinting: () => false,
    onWarning: () => undefined,
    onWithdrawn: () => undefined,
    onLocked: ({ person }) => service.noteLocked(person),
    onEnded: (reason, session) => service.noteEnded(session, reason),
  })
  const service = createClerksService({ db, counter, throttle: createClerkThrottle({ db, clock, log: silentLog }), pins, audit })
  const audited = (): unknown[] => db.prepare(`SELECT who || ' ' || what || ' ' || outcome || ' ' || subject FROM audit ORDER BY seq`).pluck().all()
  const kept = (): string => JSON.stringify(['audit', 'clerk_throttle'].map((table) => db.prepare(`SELECT * FROM ${table}`).all()))
  return { db, clock, counter, service, ...service.handlers, tell, pins, asked, audited, kept }
}

describe('the clerks of a branch', () => {
  it('are those who work there, by name', () => {
    const { 'clerk.list': list, tell } = setUp()
    tell({ ...norma, id: 'no-role', active: true, roles: [] })
    expect(must(list()).clerks.map(({ name }) => name)).toEqual(['Íñigo Peña Saldívar', 'Lucía Treviño Garza', 'Ramiro Cantú Elizondo'])
    expect(JSON.stringify(list())).not.toContain('scrypt')
  })
})

describe('a clerk signs in', () => {
  it('by their PIN, which the audit has with their id', async () => {
    const { counter, audited, kept, ...calls } = setUp()
    must(await calls['clerk.signIn'](luciasEntry))
    expect(counter.current().person).toEqual({ kind: 'clerk', clerkId: lucia.id, name: lucia.name, roles: ['clerk'], isLocked: false, serving: null })
    expect(audited()).toEqual([`clerk:${lucia.id} clerk.signedIn signed-in {}`])
    counter.end('finished')
    expect(audited().at(-1)).toBe(`clerk:${lucia.id} clerk.signedOut finished {}`)
    expect(kept()).not.toContain(samplePins.clerk)
  })

  it('S15 not by a wrong one: the same answer and the same work as for whoever is gone, inactive, or was never there', async () => {
    const answers: unknown[] = []
    for (const id of [lucia.id, norma.id, 'gone', 'never']) {
      const { tell, asked, audited, ...calls } = setUp()
      tell({ ...lucia, id: 'gone' })
      tell('gone')
      answers.push(await calls['clerk.signIn'](entry({ id }, WRONG)))
      expect(asked).toHaveLength(1)
      expect(audited()).toEqual([`visitor clerk.signInFailed wrong-pin ${id === 'never' ? '{}' : JSON.stringify({ clerkId: id })}`])
    }
    expect(answers).toEqual(answers.map(() => ({ ok: false, problem: { code: 'wrong-pin' } })))
  })

  it('S15 after a wait that grows with each wrong one, while the supervisor gets in', async () => {
    const { clock, counter, asked, ...calls } = setUp()
    for (let miss = 0; miss < 2; miss += 1) await calls['clerk.signIn'](entry(lucia, WRONG))
    expect(await calls['clerk.signIn'](entry(lucia, WRONG))).toMatchObject({ problem: { code: 'wrong-pin', retryAfterSeconds: 1 } })
    expect(await calls['clerk.signIn'](luciasEntry)).toEqual({ ok: false, problem: { code: 'pin-throttled', retryAfterSeconds: 1 } })
    expect(asked).toHaveLength(3)
    must(await calls['clerk.signIn'](ramirosEntry))
    counter.end('finished')
    clock.advance(1_000)
    must(await calls['clerk.signIn'](luciasEntry))
  })

  it('one try at a time: a second one meanwhile is not judged', async () => {
    const { asked, ...calls } = setUp()
    const both = await Promise.all([calls['clerk.signIn'](entry(lucia, WRONG)), calls['clerk.signIn'](luciasEntry)])
    expect(both.map(problemOf)).toEqual(['wrong-pin', 'pin-throttled'])
    expect(asked).toHaveLength(1)
    must(await calls['clerk.signIn'](luciasEntry))
  })

  it('not where the visit in which they typed is over by then; what was wrong counts all the same', async () => {
    const { counter, pins, kept, ...calls } = setUp()
    pins.meanwhile = () => counter.end('finished')
    expect(problemOf(await counter.during(() => calls['clerk.signIn'](luciasEntry)))).toBe('not-allowed')
    expect(counter.current().person.kind).toBe('visitor')
    await counter.during(() => calls['clerk.signIn'](entry(lucia, WRONG)))
    expect(kept()).toContain(`{"clerk":"${lucia.id}","misses":1}`)
  })

  it('not where the utility takes the PIN away while it is judged', async () => {
    const { pins, tell, counter, ...calls } = setUp()
    pins.meanwhile = () => tell({ ...lucia, active: false })
    expect(problemOf(await calls['clerk.signIn'](luciasEntry))).toBe('wrong-pin')
    expect(counter.current().person.kind).toBe('visitor')
  })
})

describe('a clerk who is signed in', () => {
  async function signedIn() {
    const parts = setUp()
    must(await parts['clerk.signIn'](luciasEntry))
    return parts
  }

  it('locks the screen, and goes on in the same session by their PIN alone', async () => {
    const { counter, audited, ...calls } = await signedIn()
    const { id } = counter.current()
    must(calls['clerk.lock']())
    expect(problemOf(await calls['clerk.unlock'](entry(lucia, WRONG)))).toBe('wrong-pin')
    expect(counter.current()).toMatchObject({ id, person: { isLocked: true } })
    must(await calls['clerk.unlock'](luciasEntry))
    expect(counter.current()).toMatchObject({ id, person: { clerkId: lucia.id, isLocked: false } })
    expect(audited().slice(1)).toEqual([
      `clerk:${lucia.id} clerk.locked locked {}`,
      `clerk:${lucia.id} clerk.signInFailed wrong-pin {"clerkId":"${lucia.id}"}`,
      `clerk:${lucia.id} clerk.unlocked unlocked {}`,
    ])
  })

  it('hands over to another by the other’s PIN: nothing of theirs is left', async () => {
    const { counter, audited, ...calls } = await signedIn()
    const { id } = counter.current()
    calls['clerk.lock']()
    must(await calls['clerk.unlock'](ramirosEntry))
    expect(counter.current().id).not.toBe(id)
    expect(counter.current().person).toMatchObject({ clerkId: ramiro.id, roles: ['clerk', 'supervisor'], isLocked: false, serving: null })
    expect(audited().slice(2)).toEqual([
      `clerk:${ramiro.id} clerk.handedOver handed-over {"fromClerkId":"${lucia.id}"}`,
      `clerk:${lucia.id} clerk.signedOut clerkIn {}`,
    ])
  })

  it.each<[string, Clerk | string, boolean]>([
    ['gone', lucia.id, true],
    ['inactive', { ...lucia, active: false }, true],
    ['a technician now', { ...lucia, roles: ['technician'] }, true],
    ['a supervisor besides', { ...lucia, roles: ['clerk', 'supervisor'] }, true],
    ['given another PIN', { ...lucia, pinHash: ramiro.pinHash }, true],
    ['called otherwise', { ...lucia, name: 'Lucía T. Garza' }, false],
  ])('is out at once when they are %s', async (_, change, isOut) => {
    for (const isLocked of [false, true]) {
      const { counter, tell, service, audited, ...calls } = await signedIn()
      if (isLocked) calls['clerk.lock']()
      tell({ ...ramiro, roles: ['clerk'] })
      service.judgeAgain()
      expect(counter.current().person.kind).toBe('clerk')
      tell(change)
      service.judgeAgain()
      expect(counter.current().person.kind).toBe(isOut ? 'visitor' : 'clerk')
      if (isOut) expect(audited().at(-1)).toBe(`clerk:${lucia.id} clerk.signedOut clerkOut {}`)
    }
  })

  it('nothing is judged anew of a visitor', () => {
    const { counter, service } = setUp()
    const { id } = counter.current()
    service.judgeAgain()
    expect(counter.current().id).toBe(id)
  })
})
