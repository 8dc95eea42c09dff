import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../../electron/sandbox/server.ts'
import type { OnlinePayment } from '../../../shared/contract/onlinePayments.ts'
import { fakeClock, type FakeClock } from '../../fakes/clock.ts'
import { aPayment, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { ACCOUNTS, mine, startOnlineKiosk, TODAY } from '../../fixtures/payments/onlineKiosk.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'

const QUARTER = 15 * 60_000
const ASKING = { paths: /^\/v1\/payments\/./ }
const [first] = mine.invoices
const BANAMEX = 'banco-banamex'

let clock: FakeClock
let sandbox: Sandbox
let kiosk: ReturnType<typeof startOnlineKiosk>
beforeEach(async () => {
  clock = fakeClock(`${TODAY}T16:00:00Z`)
  sandbox = await startSandbox({ accounts: ACCOUNTS, today: TODAY, clock, tokenLifetimeSeconds: 1e9 })
  kiosk = startOnlineKiosk({ sandbox, clock })
  kiosk.identify()
})
afterEach(() => sandbox.close())

const open = async (bankId?: string): Promise<string> => must(await kiosk.open([first!.id], bankId)).paymentId
const shown = async (paymentId: string): Promise<OnlinePayment> => must(await kiosk.call('onlinePayments.show', { paymentId }))
const news = async () => must(await kiosk.call('onlinePayments.list', { accountId: mine.account.id })).payments.map(({ id, state }) => [id, state])
const idOf = (key: string): string => sandbox.payments.all().find((payment) => payment.key === key)!.intent.id
/** The utility says that it is paid, and the kiosk has asked. */
async function pay(paymentId: string, amount?: number): Promise<void> {
  sandbox.payments.decide(idOf(paymentId), 'paid', amount)
  await shown(paymentId)
  await expect
    .poll(() => {
      clock.advance(3_000)
      return kiosk.stored(paymentId)?.state
    })
    .toBe('paid')
}

describe('nobody may pay twice', () => {
  it('what was paid at the desk: its code is taken back', async () => {
    const paymentId = await open()
    putIntoCache(kiosk.db, { invoices: [{ ...first!, balance: 0, status: 'paid' }] })
    expect(await shown(paymentId)).toMatchObject({ state: 'withdrawn', qr: null })
    expect(await news()).toEqual([])
  })

  it('what was paid at another bank: the code of the other is taken back, and the receipt is told first', async () => {
    const banamex = await open(BANAMEX)
    const bbva = await open()
    expect((await shown(banamex)).qr).not.toBeNull()
    await pay(banamex)
    expect(await shown(bbva)).toMatchObject({ state: 'withdrawn', qr: null })
    expect(await news()).toEqual([[banamex, 'paid']])
  })

  it('what may have been paid at the last moment: nothing new is opened until the utility has said', async () => {
    const paymentId = await open()
    sandbox.payments.decide(idOf(paymentId), 'paid')
    clock.advance(QUARTER)
    sandbox.faults.set('status', { ...ASKING, status: 503 })
    for (const bank of [undefined, BANAMEX]) expect(problemOf(await kiosk.open([first!.id], bank))).toBe('payment-not-opened')
    expect(sandbox.payments.all()).toHaveLength(1)
    sandbox.faults.set(null)
    expect(problemOf(await kiosk.open())).toBe('already-paid')
  })

  it('what the utility still calls open after its time', async () => {
    await open()
    sandbox.payments.stall(true)
    clock.advance(QUARTER)
    expect(problemOf(await kiosk.open())).toBe('payment-not-opened')
    expect(sandbox.payments.all()).toHaveLength(1)
  })

  it('what was withdrawn and paid all the same is known as paid', async () => {
    const paymentId = await open()
    putIntoCache(kiosk.db, { invoices: [{ ...first!, balance: first!.balance + 100 }] })
    expect(await shown(paymentId)).toMatchObject({ state: 'withdrawn', qr: null })
    sandbox.payments.decide(idOf(paymentId), 'paid')
    expect(problemOf(await kiosk.open())).toBe('already-paid')
  })
})

describe('what was received', () => {
  it('is told as it was, also where it is another amount than was asked for', async () => {
    const paymentId = await open()
    await pay(paymentId, 500)
    expect(await shown(paymentId)).toMatchObject({ state: 'paid', amount: 500, otherAmount: true })
  })

  it.each([
    ['with the reference that the account always has', { reference: 'PL-SIEMPRE', paidOn: '2026-10-02' }, false],
    ['without a reference, of this invoice', { reference: null, invoiceNumbers: [first!.number] }, true],
    ['with its reference', {}, true],
    ['with its reference, of another amount', { amount: 1 }, false],
    ['with its reference, of another invoice', { invoiceNumbers: ['ZZ 0000 0000'] }, false],
  ])('is in the account when the feed brings a payment %s', async (_, change, recorded) => {
    const paymentId = await open()
    await pay(paymentId)
    const { reference } = await shown(paymentId)
    putIntoCache(kiosk.db, {
      payments: [aPayment({ accountId: mine.account.id, amount: first!.balance, paidOn: TODAY, reference, invoiceNumbers: [first!.number], ...change })],
    })
    expect(await shown(paymentId)).toMatchObject({ recorded })
  })
})

describe('a utility that', () => {
  it('no longer knows a payment ends it, and another can be opened', async () => {
    const paymentId = await open()
    sandbox.faults.set('status', { ...ASKING, status: 404 })
    expect(await open()).not.toBe(paymentId)
    expect(kiosk.stored(paymentId)?.state).toBe('expired')
  })

  it('takes no payments online refuses none: the same key is kept', async () => {
    sandbox.faults.set('status', { paths: /^\/v1\/payments$/, status: 404 })
    for (let time = 0; time < 2; time += 1) expect(problemOf(await kiosk.open())).toBe('payment-not-opened')
    expect(kiosk.db.prepare('SELECT state FROM online_payment').pluck().all()).toEqual(['opening'])
  })
})
