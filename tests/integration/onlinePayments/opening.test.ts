import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../../electron/sandbox/server.ts'
import { ACCOUNTS, BANK, mine, startOnlineKiosk, theirs, TODAY } from '../../fixtures/payments/onlineKiosk.ts'
import { putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { fakeClock } from '../../fakes/clock.ts'

const OPENING = { paths: /^\/v1\/payments$/ }

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ accounts: ACCOUNTS, today: TODAY })
})
afterEach(() => sandbox.close())

const [first, second] = mine.invoices
const opened = () => sandbox.payments.all()

describe('opening a payment on one’s own phone', () => {
  it('is one payment at the utility, of what the screen says, with a QR of the bank’s page', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    const { paymentId } = must(await kiosk.open([first!.id, second!.id]))
    expect(opened()).toMatchObject([{ key: paymentId, accountId: mine.account.id, intent: { amount: first!.balance + second!.balance } }])
    const shown = must(await kiosk.call('onlinePayments.show', { paymentId }))
    expect(shown).toMatchObject({ bankId: BANK, bankName: 'BBVA', state: 'pending', current: true, reference: opened()[0]?.intent.reference })
    expect(shown.invoices.map(({ number }) => number)).toEqual([first!.number, second!.number])
    expect(shown.qr?.path).toMatch(/^M\d/)
    expect(kiosk.audited()).toEqual([
      { what: 'payment.asked', outcome: null },
      { what: 'payment.opened', outcome: null },
    ])
  })

  it('S41 the answer is lost after the utility did it: the next touch, after a restart, shows the same payment', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    sandbox.faults.set('lostReply', OPENING)
    expect(problemOf(await kiosk.open())).toBe('payment-not-opened')
    expect(opened()).toHaveLength(1)
    sandbox.faults.set(null)
    await kiosk.stop()

    const again = startOnlineKiosk({ sandbox, dataDir: kiosk.dataDir })
    again.identify()
    const { paymentId } = must(await again.open())
    expect(opened().map(({ key }) => key)).toEqual([paymentId])
  })

  it('the key is on the disk before the utility hears of it', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    sandbox.faults.set('down', OPENING)
    expect(problemOf(await kiosk.open())).toBe('payment-not-opened')
    const [stored] = kiosk.db.prepare<[], { id: string; state: string }>('SELECT id, state FROM online_payment').all()
    expect(stored?.state).toBe('opening')
    sandbox.faults.set(null)
    expect(must(await kiosk.open()).paymentId).toBe(stored?.id)
  })

  it('two touches open one, also while the first waits for its answer', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    const until = Promise.withResolvers<void>()
    sandbox.faults.set('slow', { ...OPENING, until: until.promise })
    const touches = [kiosk.open(), kiosk.open()]
    until.resolve()
    const [one, other] = await Promise.all(touches)
    expect(must(one!)).toEqual(must(other!))
    expect(sandbox.faults.met()).toBe(1)
    expect(must(await kiosk.open())).toEqual(must(one!))
    expect(opened()).toHaveLength(1)
  })

  it.each(['failed', 'expired'] as const)('after one that %s a touch opens a new one', async (end) => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    const { paymentId } = must(await kiosk.open())
    const { id } = opened()[0]!.intent
    if (end === 'failed') sandbox.payments.decide(id, 'failed')
    else sandbox.payments.expire(id)
    await kiosk.call('onlinePayments.show', { paymentId })
    await expect.poll(() => kiosk.stored(paymentId)?.state).toBe(end)
    expect(must(await kiosk.open()).paymentId).not.toBe(paymentId)
    expect(opened()).toHaveLength(2)
  })

  it('under a key of long ago the utility answers what has expired since: a new one is opened at once', async () => {
    const clock = fakeClock(`${TODAY}T16:00:00Z`)
    const lagging = await startSandbox({ accounts: ACCOUNTS, today: TODAY, clock, tokenLifetimeSeconds: 1e9 })
    const kiosk = startOnlineKiosk({ sandbox: lagging, clock })
    kiosk.identify()
    lagging.faults.set('lostReply', OPENING)
    await kiosk.open()
    lagging.faults.set(null)
    clock.advance(24 * 3_600_000)
    const { paymentId } = must(await kiosk.open())
    expect(lagging.payments.all().map(({ key, intent }) => [key === paymentId, intent.status])).toEqual([
      [false, 'expired'],
      [true, 'pending'],
    ])
    await lagging.close()
  })

  it('another bank, other invoices or another amount is another payment', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    const ids = [must(await kiosk.open()), must(await kiosk.open([first!.id], 'banco-banamex')), must(await kiosk.open([first!.id, second!.id]))]
    putIntoCache(kiosk.db, { invoices: [{ ...first!, balance: first!.balance - 100 }] })
    expect(problemOf(await kiosk.open())).toBe('amount-differs')
    expect(new Set(ids.map(({ paymentId }) => paymentId)).size).toBe(3)
    expect(opened()).toHaveLength(4)
  })
})

describe('what cannot be paid so, in words', () => {
  it('a refusal, with the utility’s reason, bounded; the next touch asks anew', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    sandbox.payments.refuse(`Su cuenta está en revisión. ${'x'.repeat(5_000)}`)
    const refused = await kiosk.open()
    expect(refused).toMatchObject({ ok: false, problem: { code: 'payment-refused', reason: expect.stringMatching(/^Su cuenta está en revisión\. x+…$/) } })
    expect(!refused.ok && refused.problem.reason!.length).toBeLessThanOrEqual(400)
    sandbox.payments.refuse(null)
    expect((await kiosk.open()).ok).toBe(true)
  })

  it('another amount than the screen says: no QR of it is ever shown, and the next touch asks anew', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    sandbox.payments.contradict(100)
    expect(problemOf(await kiosk.open())).toBe('amount-differs')
    expect(must(await kiosk.call('onlinePayments.list', { accountId: mine.account.id })).payments).toEqual([])
    sandbox.payments.contradict(0)
    expect((await kiosk.open()).ok).toBe(true)
  })

  it('offline nothing is asked and nothing is kept for later', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    kiosk.setOnline(false)
    expect(problemOf(await kiosk.open())).toBe('utility-offline')
    expect(kiosk.db.prepare('SELECT count(*) AS n FROM online_payment').get()).toEqual({ n: 0 })
  })

  it.each(['banco-hsbc', 'banco-brou', 'no-such'])('%s takes no such payment here', async (bankId) => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    expect(problemOf(await kiosk.open([first!.id], bankId))).toBe('bank-unknown')
  })

  it('an invoice that is paid, and one that was paid here and is not in the feed yet', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    const { paymentId } = must(await kiosk.open())
    sandbox.payments.decide(opened()[0]!.intent.id, 'paid')
    await kiosk.call('onlinePayments.show', { paymentId })
    await expect.poll(() => kiosk.stored(paymentId)?.state).toBe('paid')
    expect(problemOf(await kiosk.open([first!.id, second!.id], 'banco-banamex'))).toBe('already-paid')
    putIntoCache(kiosk.db, { invoices: [{ ...first!, balance: 0, status: 'paid' }] })
    expect(problemOf(await kiosk.open())).toBe('nothing-owed')
  })

  it.each([
    ['503 with Retry-After', () => sandbox.faults.set('status', { ...OPENING, status: 503, retryAfter: '30' })],
    ['a captive portal', () => sandbox.faults.set('garbage', OPENING)],
    ['half an answer', () => sandbox.faults.set('truncated', { ...OPENING, endsProperly: true })],
  ])('%s opens nothing, and the same key is asked with again', async (_, fail) => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    fail()
    expect(problemOf(await kiosk.open())).toBe('payment-not-opened')
    sandbox.faults.set(null)
    expect((await kiosk.open()).ok).toBe(true)
    expect(kiosk.db.prepare('SELECT count(*) AS n FROM online_payment').get()).toEqual({ n: 1 })
    expect(opened()).toHaveLength(1)
  })

  it('an answer that takes too long is not waited for, and the payment is there with the next touch', async () => {
    const clock = fakeClock(`${TODAY}T16:00:00Z`)
    const kiosk = startOnlineKiosk({ sandbox, clock })
    kiosk.identify()
    const until = Promise.withResolvers<void>()
    sandbox.faults.set('slow', { ...OPENING, until: until.promise })
    const touch = kiosk.open()
    await expect.poll(() => sandbox.faults.met()).toBe(1)
    clock.advance(20_000)
    expect(problemOf(await touch)).toBe('payment-not-opened')
    until.resolve()
    await expect.poll(() => opened().length).toBe(1)
    sandbox.faults.set(null)
    expect(must(await kiosk.open()).paymentId).toBe(opened()[0]?.key)
  })
})

describe('S50 what the session may pay', () => {
  it('its own accounts’ invoices, and of one account at a time', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    expect(problemOf(await kiosk.open())).toBe('not-allowed')
    kiosk.identify()
    expect(problemOf(await kiosk.open([theirs.invoices[0]!.id]))).toBe('not-allowed')
    expect(problemOf(await kiosk.open([first!.id, theirs.invoices[0]!.id]))).toBe('not-allowed')
  })

  it('S43 an answer that comes when the visitor has gone is nobody’s, and the payment stays', async () => {
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    const until = Promise.withResolvers<void>()
    sandbox.faults.set('slow', { ...OPENING, until: until.promise })
    const touch = kiosk.open()
    kiosk.counter.end('finished')
    kiosk.identify()
    until.resolve()
    expect(problemOf(await touch)).toBe('not-allowed')
    const { payments } = must(await kiosk.call('onlinePayments.list', { accountId: mine.account.id }))
    expect(payments).toMatchObject([{ id: opened()[0]?.key, state: 'pending' }])
  })
})
