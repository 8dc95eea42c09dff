import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import type { Application, Renew } from '../../../electron/application.ts'
import { startRenewable } from '../../../electron/shell/renewal.ts'
import { fakeApplication, type FakeApplication } from '../../fakes/application.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { eventually } from '../../fixtures/eventually.ts'

const MINUTE = 60_000

interface Made {
  application: FakeApplication
  renew: Renew
}

/** Applications that answer with their own number, `never` not at all. `compose` may hold one back, or fail. */
async function setUp(compose: (made: Made, number: number) => Promise<unknown> = () => Promise.resolve()) {
  const clock = fakeClock()
  const made: Made[] = []
  const giveUp = vi.fn()
  const start = async (renew: Renew): Promise<Application> => {
    const number = made.length + 1
    const application = fakeApplication((channel) => (channel === 'never' ? new Promise(() => undefined) : { channel, number }))
    const one = { application, renew }
    made.push(one)
    await compose(one, number)
    return application
  }
  const renewable = await startRenewable({ clock, log: pino({ level: 'silent' }), giveUp, start })
  const heard: [string, unknown][] = []
  const connect = () => renewable.connect((name, payload) => heard.push([name, payload]))
  const nth = (number: number) => made[number - 1] as Made
  /** The application of that number runs. */
  const runs = (number: number) => eventually(() => expect([made.length, nth(number)?.application.present()]).toEqual([number, 1]))
  return { clock, giveUp, renewable, heard, connect, nth, runs, made }
}

const throwDamaged = (): never => {
  throw new Error('the file is damaged')
}

const disconnected = { ok: false, problem: { code: 'disconnected' } }

test('a page that is there hears that its visit ended, then how everything stands, and is served by the next application', async () => {
  const { connect, heard, nth, runs } = await setUp()
  const page = connect()
  expect(await page.call('kiosk.status', {})).toMatchObject({ value: { number: 1 } })
  nth(1).renew('directive')
  await runs(2)
  expect([nth(1).application.stopped(), nth(1).application.present()]).toEqual([true, 0])
  await eventually(() =>
    expect(heard).toEqual([
      ['session.ended', { reason: 'recovery' }],
      ['kiosk.described', { channel: 'kiosk.describe', number: 2 }],
      ['kiosk.status', { channel: 'kiosk.status', number: 2 }],
    ]),
  )
  expect(await page.call('kiosk.status', {})).toMatchObject({ value: { number: 2 } })
  nth(2).application.emit('kiosk.status', 'news')
  expect(heard.at(-1)).toEqual(['kiosk.status', 'news'])
})

test('calls under way end as disconnected; those that follow wait for the next application', async () => {
  const held = Promise.withResolvers<void>()
  const { connect, nth, runs } = await setUp((_, number) => (number === 2 ? held.promise : Promise.resolve()))
  const page = connect()
  const underWay = page.call('never', {})
  nth(1).renew('corrupt')
  expect(await underWay).toEqual(disconnected)
  const waiting = page.call('kiosk.notices', {})
  held.resolve()
  await runs(2)
  expect(await waiting).toMatchObject({ value: { channel: 'kiosk.notices', number: 2 } })
})

test('a page is not kept waiting for ever, and finds the application when it is there at last', async () => {
  const held = Promise.withResolvers<void>()
  const { clock, connect, heard, nth, runs } = await setUp((_, number) => (number === 2 ? held.promise : Promise.resolve()))
  const page = connect()
  nth(1).renew('corrupt')
  const waiting = page.call('kiosk.notices', {})
  clock.advance(10_000)
  expect(await waiting).toEqual(disconnected)
  expect(await page.call('kiosk.notices', {})).toEqual(disconnected)
  held.resolve()
  await runs(2)
  expect(await page.call('kiosk.notices', {})).toMatchObject({ value: { number: 2 } })
  await eventually(() => expect(heard.map(([name]) => name)).toEqual(['session.ended', 'kiosk.described', 'kiosk.status']))
})

test('a page that is loaded meanwhile is served by the next application; one that left is not', async () => {
  const held = Promise.withResolvers<void>()
  const { connect, nth, runs } = await setUp((_, number) => (number === 2 ? held.promise : Promise.resolve()))
  const before = connect()
  nth(1).renew('corrupt')
  before.close()
  const page = connect()
  const waiting = page.call('kiosk.describe', {})
  held.resolve()
  await runs(2)
  expect(await waiting).toMatchObject({ value: { number: 2 } })
  expect(await before.call('kiosk.describe', {})).toEqual(disconnected)
  expect(nth(2).application.visits()).toBe(1)
  page.close()
  expect(nth(2).application.present()).toBe(0)
})

test('the wish of an application that is being replaced counts once; one made while it is composed is kept until it stands', async () => {
  const { connect, nth, runs, made } = await setUp(async ({ renew }, number) => {
    if (number === 2) renew('corrupt')
  })
  connect()
  nth(1).renew('corrupt')
  nth(1).renew('corrupt')
  await runs(3)
  nth(1).renew('corrupt')
  nth(2).renew('corrupt')
  expect([made.length, nth(3).application.stopped()]).toEqual([3, false])
})

test('a utility that asks again and again is obeyed once in ten minutes', async () => {
  const { clock, connect, giveUp, nth, runs, made } = await setUp()
  connect()
  nth(1).renew('directive')
  await runs(2)
  clock.advance(10 * MINUTE - 1)
  nth(2).renew('directive')
  expect(nth(2).application.present()).toBe(1)
  clock.advance(1)
  nth(2).renew('directive')
  await runs(3)
  expect(made).toHaveLength(3)
  expect(giveUp).not.toHaveBeenCalled()
})

test('a file that becomes corrupt a fourth time in ten minutes ends the process', async () => {
  const { clock, connect, giveUp, nth, runs } = await setUp()
  connect()
  for (const number of [1, 2, 3]) {
    nth(number).renew('corrupt')
    await runs(number + 1)
    clock.advance(3 * MINUTE)
  }
  expect(giveUp).not.toHaveBeenCalled()
  nth(4).renew('corrupt')
  expect(giveUp).toHaveBeenCalledOnce()
})

test('an application that cannot be composed again, or does not end, ends the process', async () => {
  const cannot = await setUp((_, number) => (number === 2 ? Promise.reject(new Error('no')) : Promise.resolve()))
  cannot.nth(1).renew('directive')
  await eventually(() => expect(cannot.giveUp).toHaveBeenCalledOnce())

  const stuck = await setUp()
  stuck.nth(1).application.stop = () => new Promise(() => undefined)
  stuck.nth(1).renew('directive')
  stuck.clock.advance(15_000)
  await eventually(() => expect(stuck.giveUp).toHaveBeenCalledOnce())
  expect(stuck.made).toHaveLength(1)
})

test('an application that cannot even end a visit is replaced all the same', async () => {
  const { connect, heard, giveUp, nth, runs } = await setUp()
  const { connect: connectFirst } = nth(1).application
  nth(1).application.connect = (send) => ({ ...connectFirst(send), close: throwDamaged })
  connect()
  nth(1).renew('corrupt')
  await runs(2)
  expect(heard[0]).toEqual(['session.ended', { reason: 'recovery' }])
  expect(giveUp).not.toHaveBeenCalled()
})

test('what is stopped while it is renewed stays stopped', async () => {
  const held = Promise.withResolvers<void>()
  const composing = await setUp((_, number) => (number === 2 ? held.promise : Promise.resolve()))
  composing.nth(1).renew('directive')
  await eventually(() => expect(composing.made).toHaveLength(2))
  const stopping = composing.renewable.stop()
  held.resolve()
  await stopping
  expect(composing.nth(2).application.stopped()).toBe(true)

  const ending = await setUp()
  ending.nth(1).renew('directive')
  await ending.renewable.stop()
  expect([ending.made.length, ending.nth(1).application.stopped()]).toEqual([1, true])
})

test("the first one that cannot be composed is the caller's to hear of", async () => {
  await expect(setUp(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
})
