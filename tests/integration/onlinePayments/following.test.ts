import { request } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../../electron/sandbox/server.ts'
import { ACCOUNTS, mine, startOnlineKiosk, theirs, TODAY } from '../../fixtures/payments/onlineKiosk.ts'
import { putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { fakeClock, type FakeClock } from '../../fakes/clock.ts'

const ASKING = { paths: /^\/v1\/payments\/./ }

let sandbox: Sandbox
let clock: FakeClock
beforeEach(async () => {
  clock = fakeClock(`${TODAY}T16:00:00Z`)
  sandbox = await startSandbox({ accounts: ACCOUNTS, today: TODAY, clock, tokenLifetimeSeconds: 1e9 })
})
afterEach(() => sandbox.close())

type Kiosk = ReturnType<typeof startOnlineKiosk>
const intent = () => sandbox.payments.all()[0]!.intent
const show = async (kiosk: Kiosk, paymentId: string) => must(await kiosk.call('onlinePayments.show', { paymentId }))
const list = async (kiosk: Kiosk) => must(await kiosk.call('onlinePayments.list', { accountId: mine.account.id })).payments

/** A payment is open, and somebody has looked at it. */
async function openOne(kiosk: Kiosk): Promise<string> {
  kiosk.identify()
  const { paymentId } = must(await kiosk.open())
  await show(kiosk, paymentId)
  await expect.poll(() => kiosk.changes()).toBe(1)
  return paymentId
}

/** Lets time pass with whatever is asked in it: each step is over when the utility has answered something else. */
async function pass(milliseconds: number, steps = 10): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    clock.advance(milliseconds / steps)
    for (let round = 0; round < 2; round += 1) await (await request(`${sandbox.url}/banco/x`)).body.dump()
  }
}

/** Lets time pass in steps, each with the questions that fall due in it, until the condition holds. */
const passUntil = (holds: () => boolean, step = 1_000): Promise<void> =>
  expect
    .poll(
      () => {
        clock.advance(step)
        return holds()
      },
      { timeout: 10_000 },
    )
    .toBe(true)

describe('following a payment', () => {
  it('tells within seconds that it was paid, once, and asks no more', async () => {
    const kiosk = startOnlineKiosk({ sandbox, clock })
    const paymentId = await openOne(kiosk)
    sandbox.payments.decide(intent().id, 'paid')
    await passUntil(() => kiosk.stored(paymentId)?.state === 'paid')
    const { openedAt, toldAt } = kiosk.stored(paymentId)!
    expect(Date.parse(toldAt!)).toBeGreaterThan(Date.parse(openedAt))
    expect(kiosk.changes()).toBe(2)
    expect(await show(kiosk, paymentId)).toMatchObject({ state: 'paid', qr: null, recorded: false })
    sandbox.faults.set('status', ASKING)
    await pass(600_000)
    expect(sandbox.faults.met()).toBe(0)
    expect(kiosk.audited().at(-1)).toEqual({ what: 'payment.ended', outcome: 'paid' })
  })

  it('its time passes by the utility’s clock, whatever the kiosk’s says; what was paid at the last moment still comes', async () => {
    const kiosk = startOnlineKiosk({ sandbox, clock: { ...clock, now: () => clock.now() + 365 * 86_400_000 } })
    const paymentId = await openOne(kiosk)
    expect((await show(kiosk, paymentId)).state).toBe('pending')
    sandbox.payments.stall(true)
    await passUntil(() => Date.parse(intent().expiresAt) < clock.now(), 60_000)
    await expect.poll(async () => (await show(kiosk, paymentId)).state).toBe('expired')
    expect((await show(kiosk, paymentId)).qr).toBeNull()
    expect(await list(kiosk)).toEqual([])
    expect(kiosk.stored(paymentId)?.state).toBe('pending')

    kiosk.counter.end('finished')
    kiosk.identify()
    sandbox.payments.stall(false)
    await list(kiosk)
    await expect.poll(() => kiosk.stored(paymentId)?.state).toBe('expired')
  })

  it('a payment that never changes is asked about no longer than its time', async () => {
    const kiosk = startOnlineKiosk({ sandbox, clock })
    const paymentId = await openOne(kiosk)
    sandbox.payments.stall(true)
    await passUntil(() => clock.now() > Date.parse(intent().expiresAt) + 20_000, 60_000)
    await expect.poll(async () => (await show(kiosk, paymentId)).state).toBe('expired')
    // The last question may still be on its way.
    await pass(60_000)
    sandbox.faults.set('status', ASKING)
    await pass(3_600_000)
    expect(sandbox.faults.met()).toBe(0)
  })

  it('says that it cannot know while there is no answer, waits longer each time, and comes back', async () => {
    const kiosk = startOnlineKiosk({ sandbox, clock })
    const paymentId = await openOne(kiosk)
    sandbox.faults.set('status', { ...ASKING, status: 503, retryAfter: '60' })
    await passUntil(() => sandbox.faults.met() === 1)
    await expect.poll(async () => (await show(kiosk, paymentId)).current).toBe(false)
    expect(kiosk.changes()).toBe(2)
    await pass(50_000)
    expect(sandbox.faults.met()).toBe(1)
    sandbox.faults.set(null)
    await passUntil(() => kiosk.changes() === 3)
    expect(await show(kiosk, paymentId)).toMatchObject({ state: 'pending', current: true })
  })

  it('one of which another amount is told later shows nobody any more where to pay', async () => {
    const kiosk = startOnlineKiosk({ sandbox, clock })
    const paymentId = await openOne(kiosk)
    kiosk.db.prepare('UPDATE online_payment SET amount = amount + 1').run()
    await passUntil(() => kiosk.stored(paymentId)?.state === 'withdrawn')
    expect(await show(kiosk, paymentId)).toMatchObject({ state: 'withdrawn', qr: null })
    expect(intent().status).toBe('pending')
  })
})

describe('leaving and coming back', () => {
  it('leaving cancels nothing and ends the questions; the account shows it again, with its QR', async () => {
    const kiosk = startOnlineKiosk({ sandbox, clock })
    const paymentId = await openOne(kiosk)
    const { qr } = await show(kiosk, paymentId)
    kiosk.counter.end('finished')
    sandbox.faults.set('status', ASKING)
    await pass(60_000)
    expect(sandbox.faults.met()).toBe(0)
    sandbox.faults.set(null)
    expect(intent().status).toBe('pending')

    kiosk.identify()
    expect(await list(kiosk)).toMatchObject([{ id: paymentId, state: 'pending', bankName: 'BBVA' }])
    expect((await show(kiosk, paymentId)).qr).toEqual(qr)
  })

  it('what was paid meanwhile is told as paid until the feed brings it, after a restart too', async () => {
    const kiosk = startOnlineKiosk({ sandbox, clock })
    const paymentId = await openOne(kiosk)
    await kiosk.stop()
    sandbox.payments.decide(intent().id, 'paid')
    const again = startOnlineKiosk({ sandbox, clock, dataDir: kiosk.dataDir })
    again.identify()
    expect(await list(again)).toMatchObject([{ id: paymentId, state: 'pending' }])
    await expect.poll(() => list(again)).toMatchObject([{ id: paymentId, state: 'paid' }])
    const { reference, amount } = intent()
    putIntoCache(again.db, { payments: [{ id: 'p-9', accountId: mine.account.id, paidOn: TODAY, amount, channel: 'BBVA', reference }] })
    expect(await list(again)).toEqual([])
    expect(await show(again, paymentId)).toMatchObject({ state: 'paid', recorded: true })
  })

  it('S13 no other visitor can see it, nor is told of it', async () => {
    const kiosk = startOnlineKiosk({ sandbox, clock })
    const paymentId = await openOne(kiosk)
    const before = kiosk.changes()
    kiosk.counter.end('finished')
    kiosk.identify(theirs)
    sandbox.payments.decide(intent().id, 'paid')
    await pass(60_000)
    expect(problemOf(await kiosk.call('onlinePayments.show', { paymentId }))).toBe('not-allowed')
    expect(problemOf(await kiosk.call('onlinePayments.list', { accountId: mine.account.id }))).toBe('not-allowed')
    expect(problemOf(await kiosk.call('onlinePayments.show', { paymentId: 'no-such' }))).toBe('not-allowed')
    expect(kiosk.changes()).toBe(before)
    expect(kiosk.stored(paymentId)?.state).toBe('pending')
  })

  it('S35 neither log nor audit has the bank’s page or what is paid', async () => {
    const kiosk = startOnlineKiosk({ sandbox, clock })
    await openOne(kiosk)
    sandbox.payments.refuse('Juan Pérez no puede pagar')
    await kiosk.open([mine.invoices[1]!.id])
    const written = [...kiosk.logged, JSON.stringify(kiosk.db.prepare('SELECT * FROM audit').all())].join('\n')
    for (const secret of [intent().checkoutUrl, intent().reference, 'Juan Pérez']) expect(written).not.toContain(secret)
  })
})
