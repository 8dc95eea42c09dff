import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createAccountService } from '../../../electron/services/account.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createLookup } from '../../../electron/services/lookup.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import { createThrottle } from '../../../electron/session/throttle.ts'
import { aPayment, aZone, anAccount, anInvoice, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const bill = { zoneId: 'z-mty', accountNumber: '40989917', invoiceNumber: 'DE 4043 2503' }

let db: WritableDb
beforeEach(() => {
  db = openDatabase(':memory:', { role: 'durable' })
  putIntoCache(db, {
    zones: [aZone(), aZone({ id: 'z-luhn', name: 'Luhn', identifiers: { account: { checkDigit: 'luhn' } } })],
    accounts: [
      anAccount(),
      anAccount({ id: 'a-2', number: '8295249', checkDigit: null }),
      anAccount({ id: 'a-3', zoneId: 'z-luhn', number: '4098991', checkDigit: '6' }),
    ],
    invoices: [
      anInvoice(),
      anInvoice({ id: 'i-2', accountId: 'a-2', number: 'ZE40389382' }),
      anInvoice({ id: 'i-3', accountId: 'a-3', number: 'AB 0000 0003' }),
    ],
  })
})
afterEach(() => db.close())

function setUp({ ready = true, outOfService = false } = {}) {
  const clock = fakeClock()
  const nothing = () => undefined
  const counter = createCounter({ clock, isPrinting: () => false, onWarning: nothing, onWithdrawn: nothing, onEnded: nothing })
  const throttle = createThrottle({ db, clock, log: silentLog })
  const { 'lookup.identify': identify } = createLookup({ db, counter, throttle, clock, isReady: () => ready, isOutOfService: () => outOfService })
  /** Lets the time pass that a miss takes to answer. */
  const ask = async (change: Partial<typeof bill> = {}) => {
    const before = clock.elapsed()
    const answer = identify({ ...bill, ...change })
    let settled = false
    void answer.finally(() => (settled = true))
    await Promise.resolve().then(() => undefined)
    for (let step = 0; step < 10 && !settled; step += 1) {
      clock.advance(100)
      await new Promise((resolve) => setImmediate(resolve))
    }
    return { result: await answer, took: clock.elapsed() - before }
  }
  return { clock, counter, throttle, ask, account: createAccountService({ clock, counter, accounts: createAccountAccess({ db, counter }) }) }
}

const codeOf = (result: { ok: boolean; problem?: { code: string } }) => (result.ok ? 'ok' : result.problem?.code)

describe('identification with the bill', () => {
  it.each([
    {},
    { invoiceNumber: 'de40432503' },
    { invoiceNumber: 'DE-4043.2503' },
    { accountNumber: '40989917-7' },
    { accountNumber: '409899177' },
    { accountNumber: '0040989917' },
    { accountNumber: '40.989.917-7' },
    { accountNumber: '4O989917' },
    { accountNumber: '4O989917-7' },
  ])('opens the account for %j', async (change) => {
    const { ask, counter } = setUp()
    expect((await ask(change)).result).toEqual({ ok: true, value: { accountId: 'a-1', invoiceId: 'i-1', contracts: 1 } })
    expect(counter.mayRead('a-1')).toBe(true)
    expect(counter.mayRead('a-2')).toBe(false)
  })

  it('understands a check digit without its hyphen where the utility stores none', async () => {
    const { ask } = setUp()
    expect(codeOf((await ask({ accountNumber: '8295249-3', invoiceNumber: 'ZE40389382' })).result)).toBe('ok')
  })

  it('names a wrong check digit when all the rest matches, and opens nothing', async () => {
    const { ask, counter } = setUp()
    expect(codeOf((await ask({ accountNumber: '40989917-3' })).result)).toBe('wrong-check-digit')
    expect(counter.mayRead('a-1')).toBe(false)
  })

  it('does not name a wrong check digit of an account whose invoice does not match', async () => {
    const { ask } = setUp()
    expect(codeOf((await ask({ accountNumber: '40989917-3', invoiceNumber: 'XX 0000 0000' })).result)).toBe('no-match')
  })

  it('names a wrong check digit before any look-up where the zone gives the algorithm, and counts no miss', async () => {
    const { ask, throttle } = setUp()
    const wrong = { zoneId: 'z-luhn', accountNumber: '1234567-1', invoiceNumber: 'XX 0000 0000' }
    for (let times = 0; times < 8; times += 1) expect(codeOf((await ask(wrong)).result)).toBe('wrong-check-digit')
    expect(throttle.remaining()).toBe(0)
  })

  it('says field by field what cannot be read', async () => {
    const { ask } = setUp()
    const { result } = await ask({ zoneId: 'elsewhere', accountNumber: 'ABC', invoiceNumber: 'DE 4043' })
    expect(result).toEqual({
      ok: false,
      problem: {
        code: 'invalid-fields',
        fields: [
          { field: 'zoneId', problem: 'unknown-zone' },
          { field: 'accountNumber', problem: 'not-digits' },
          { field: 'invoiceNumber', problem: 'too-short' },
        ],
      },
    })
  })

  it('says that the numbers are swapped by their form alone, whether they exist or not, and counts no miss', async () => {
    const { ask, throttle } = setUp()
    const swapped = [
      { accountNumber: bill.invoiceNumber, invoiceNumber: bill.accountNumber },
      { accountNumber: 'XX 0000 0000', invoiceNumber: '11111111' },
    ]
    for (let times = 0; times < 4; times += 1) {
      for (const numbers of swapped) expect(codeOf((await ask(numbers)).result)).toBe('numbers-swapped')
    }
    expect(throttle.remaining()).toBe(0)
  })

  it('answers that the data are being prepared, and counts no miss', async () => {
    const { ask, throttle } = setUp({ ready: false })
    for (let times = 0; times < 8; times += 1) expect(codeOf((await ask()).result)).toBe('preparing-data')
    expect(throttle.remaining()).toBe(0)
  })

  it('serves nobody new while the kiosk is out of service', async () => {
    const { ask, counter } = setUp({ outOfService: true })
    expect(codeOf((await ask()).result)).toBe('out-of-service')
    expect(counter.mayRead('a-1')).toBe(false)
  })

  it('S14 gives a wrong account, a wrong invoice and a wrong zone the same answer in the same time', async () => {
    const misses = [{ accountNumber: '11111111' }, { invoiceNumber: 'XX 0000 0000' }, { zoneId: 'z-luhn', accountNumber: '4098991' }]
    const answers = await Promise.all(misses.map((miss) => setUp().ask(miss)))
    expect(answers.map(({ result }) => result)).toEqual(misses.map(() => ({ ok: false, problem: { code: 'no-match' } })))
    expect(new Set(answers.map(({ took }) => took)).size).toBe(1)
    expect(answers[0]?.took).toBeGreaterThanOrEqual(300)
  })

  it('S14 judges few of 10,000 guesses over rotating accounts, and a match is throttled like the rest', async () => {
    const { ask, clock } = setUp()
    let judged = 0
    for (let guess = 0; guess < 10_000; guess += 1) {
      const { result } = await ask({ accountNumber: String(10_000_000 + guess) })
      if (codeOf(result) === 'no-match') judged += 1
      else expect(codeOf(result)).toBe('throttled')
      // An attacker who asks ten times a second, day and night.
      clock.advance(100)
    }
    expect(judged).toBeLessThan(20)
    expect(codeOf((await ask()).result)).toBe('throttled')
  })

  it('S14 says how long to wait, and lets the right bill through after it', async () => {
    const { ask, clock } = setUp()
    for (let times = 0; times < 5; times += 1) await ask({ accountNumber: '11111111' })
    const { result } = await ask()
    expect(result).toEqual({ ok: false, problem: { code: 'throttled', retryAfterSeconds: 1 } })
    clock.advance(1000)
    expect(codeOf((await ask()).result)).toBe('ok')
  })
})

describe('what the session may read', () => {
  it('is nothing before an account is open', () => {
    const { account } = setUp()
    expect(codeOf(account['account.home']({ accountId: 'a-1' }))).toBe('not-allowed')
    expect(codeOf(account['account.invoices']({ accountId: 'a-1' }))).toBe('not-allowed')
    expect(codeOf(account['account.invoice']({ invoiceId: 'i-1' }))).toBe('not-allowed')
  })

  it('is the one account, with its holder masked', async () => {
    const { ask, account } = setUp()
    await ask()
    const home = account['account.home']({ accountId: 'a-1' })
    expect(home.ok && home.value).toMatchObject({
      account: { number: '40989917', checkDigit: '7', holderName: 'A•• M••••• P•••••', supplyAddress: 'C•••• P•••••• 12, C•••••' },
      totalOwed: 128_450,
      pendingInvoices: 1,
      nextDue: { kind: 'due', on: '2026-12-02' },
      identified: { number: 'DE 4043 2503' },
    })
    expect(JSON.stringify(home)).not.toMatch(/Méndez|Prieto|Poniente|MEPA800101/)
    expect(codeOf(account['account.home']({ accountId: 'a-2' }))).toBe('not-allowed')
    expect(codeOf(account['account.invoice']({ invoiceId: 'i-2' }))).toBe('not-allowed')
  })

  it('tells how each invoice stands by the date of its zone, and when it was paid', async () => {
    const { ask, account } = setUp()
    await ask()
    putIntoCache(db, {
      invoices: [
        anInvoice({ dueOn: '2026-11-21', status: 'overdue' }),
        anInvoice({ id: 'i-oct', number: 'DM 4031 7781', issuedOn: '2026-10-10', dueOn: '2026-11-20' }),
        anInvoice({ id: 'i-sep', number: 'DL 4019 0042', issuedOn: '2026-09-10', balance: 0, status: 'paid' }),
      ],
      payments: [
        aPayment({ id: 'p-1', paidOn: '2026-09-20', invoiceNumbers: ['DL40190042'] }),
        aPayment({ id: 'p-2', paidOn: '2026-09-28', invoiceNumbers: ['DL 4019-0042', 'DX 1'] }),
      ],
    })
    const list = account['account.invoices']({ accountId: 'a-1' })
    expect(list.ok && list.value.invoices.map(({ standing }) => standing)).toEqual([
      { kind: 'dueToday', on: '2026-11-21' },
      { kind: 'overdue', on: '2026-11-20' },
      { kind: 'paid', on: '2026-09-28' },
    ])
    const home = account['account.home']({ accountId: 'a-1' })
    expect(home.ok && home.value.nextDue).toEqual({ kind: 'overdue', on: '2026-11-20' })
  })

  it('tells the oldest invoice that is owed, however many came after it', async () => {
    const { ask, account } = setUp()
    await ask()
    const oldestOwed = (): string | null | undefined => {
      const home = account['account.home']({ accountId: 'a-1' })
      return home.ok ? (home.value.oldestOwed?.id ?? null) : undefined
    }
    expect(oldestOwed()).toBe('i-1')
    const later = ['05', '06', '07', '08'].map((month) => anInvoice({ id: `paid-${month}`, issuedOn: `2026-${month}-10`, balance: 0, status: 'paid' }))
    const [cancelled, old] = ['2025-01-10', '2025-02-10'].map((issuedOn) => anInvoice({ id: issuedOn, issuedOn, balance: 5000, status: 'overdue' }))
    putIntoCache(db, { invoices: [...later, { ...cancelled!, status: 'cancelled' }, old!] })
    expect(oldestOwed()).toBe('2025-02-10')
    putIntoCache(db, { invoices: [{ ...old!, balance: 0 }, anInvoice({ balance: 0 })] })
    expect(oldestOwed()).toBeNull()
  })

  it('gives the same answer for an invoice of somebody else and one that does not exist', async () => {
    const { ask, account } = setUp()
    await ask()
    expect(account['account.invoice']({ invoiceId: 'i-2' })).toEqual(account['account.invoice']({ invoiceId: 'no-such' }))
  })

  it('is nothing after the end', async () => {
    const { ask, account, counter } = setUp()
    await ask()
    counter.end('finished')
    expect(codeOf(account['account.home']({ accountId: 'a-1' }))).toBe('not-allowed')
  })
})
