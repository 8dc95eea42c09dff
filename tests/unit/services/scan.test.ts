import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { banks } from '../../../electron/sandbox/data/banks.ts'
import { createScan } from '../../../electron/services/scan.ts'
import { createThrottle } from '../../../electron/session/throttle.ts'
import { paymentReference } from '../../../shared/domain/paymentReference.ts'
import { typedUnder } from '../../../shared/domain/keyboardTables.ts'
import { failure, success } from '../../../shared/result.ts'
import { aZone, anAccount, anInvoice, putBanks, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const UUID = '6F2A9C31-04BE-4D7A-9E55-1C0B7A3D8F42'
const cfdi = (total = '1284.5', host = 'verificacfdi.facturaelectronica.sat.gob.mx') =>
  `https://${host}/default.aspx?id=${UUID}&re=GNO010101AB1&rr=XAXX010101000&tt=${total}&fe=kL9%2BAb12`
const cfe = (hash = 'b6Xk0a') => `https://www.efactura.dgi.gub.uy/consultaQR/cfe?211234560018,101,A,140500,1284.50,10/11/2026,${hash}`
const bill = { kind: 'bill', zoneId: 'z-mty', accountNumber: null, invoiceNumber: 'DE 4043 2503' } as const
const charge = { reference: '18000359700002387', amount: 128_450, payBy: '2026-12-02' }

let db: WritableDb
beforeEach(() => {
  db = openDatabase(':memory:', { role: 'durable' })
  putBanks(db, banks)
  putIntoCache(db, {
    zones: [
      aZone(),
      aZone({ id: 'z-mvd', name: 'Montevideo', locale: 'es-UY' }),
      aZone({ id: 'z-own', name: 'Propia', identifiers: { account: { pattern: '^[0-9]{6}$' }, invoice: { pattern: '^[0-9]{6,7}$' } } }),
    ],
    accounts: [anAccount(), anAccount({ id: 'a-2', zoneId: 'z-mvd', number: '367573' }), anAccount({ id: 'a-3', zoneId: 'z-own', number: '111111' })],
    invoices: [
      anInvoice({ fiscal: { scheme: 'cfdi-4.0', verificationUrl: cfdi() } }),
      anInvoice({
        id: 'i-2',
        accountId: 'a-2',
        number: 'A-140.500.275',
        paymentReference: '99000000000000001',
        fiscal: { scheme: 'cfe-uy', verificationUrl: cfe() },
      }),
      anInvoice({ id: 'i-3', accountId: 'a-2', number: 'A-140.500.276', paymentReference: '99000000000000002' }),
      anInvoice({ id: 'i-4', accountId: 'a-1', number: 'A-140.500.276', paymentReference: '99000000000000002' }),
      anInvoice({ id: 'i-5', accountId: 'a-2', number: 'B 0000 00001', paymentReference: '99000000000000003' }),
      anInvoice({ id: 'i-6', accountId: 'a-1', number: 'C 0000 00001', paymentReference: '99000000000000003' }),
    ],
  })
})
afterEach(() => db.close())

function setUp({ ready = true, outOfService = false } = {}) {
  const clock = fakeClock()
  const throttle = createThrottle({ db, clock, log: silentLog })
  const { 'lookup.scan': scan } = createScan({ db, throttle, clock, isReady: () => ready, isOutOfService: () => outOfService })
  /** Lets the time pass that a miss takes to answer. */
  const read = async (text: string, zoneId: string | null = null) => {
    const answer = scan({ text, zoneId })
    let settled = false
    void answer.finally(() => (settled = true))
    const before = clock.elapsed()
    for (let step = 0; step < 10; step += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      if (settled) break
      clock.advance(100)
    }
    return { result: await answer, took: clock.elapsed() - before }
  }
  return { clock, throttle, read, ask: async (text: string, zoneId: string | null = null) => (await read(text, zoneId)).result }
}

const miss = failure({ code: 'no-match' })
const unknown = failure({ code: 'unknown-code' })

describe('what a scanned code names', () => {
  it.each(banks.flatMap(({ name, slip }) => (slip && slip.symbology !== 'gs1-128' ? [[name, slip] as const] : [])))('the reference of %s', async (_, slip) => {
    const made = paymentReference(slip, charge)
    const { ask, throttle } = setUp()
    expect(await ask(made.ok ? made.value : '')).toEqual(success(bill))
    expect(throttle.remaining()).toBe(0)
  })

  it.each(['18000359700002387', '1800 0359 7000 02387', cfdi(), cfdi('0001284.500000')])('the bill: %s', async (text) => {
    expect(await setUp().ask(text)).toEqual(success(bill))
  })

  it.each(['', '\u001D'])('the reference of Banorte, whose bars hold more, with %j behind it', async (separator) => {
    expect(await setUp().ask(`41575040000000068020180003597000023871${separator}3902128450`)).toEqual(success(bill))
  })

  it('under another layout of the system too, from any zone', async () => {
    const { ask } = setUp()
    const typed = (text: string) => typedUnder(text, { scanner: 'us', system: 'latinAmerican' })
    expect(await ask(typed(cfdi()), 'z-own')).toEqual(success(bill))
    expect(await ask(typed(cfe()))).toEqual(success({ kind: 'bill', zoneId: 'z-mvd', accountNumber: null, invoiceNumber: 'A-140.500.275' }))
    expect(await ask(typed('K07-20261121-00428'))).toEqual(success({ kind: 'folio', folio: 'K07-20261121-00428' }))
  })

  it('the bill of a reference with zeros in front, which is no account number', async () => {
    putIntoCache(db, { invoices: [anInvoice({ paymentReference: '000040989917' })] })
    expect(await setUp().ask('000040989917', 'z-mty')).toEqual(success(bill))
  })

  it('leaves the zone open where two have one number, unless one of them is chosen', async () => {
    const { ask } = setUp()
    expect(await ask('99000000000000002', 'z-own')).toEqual(success({ kind: 'bill', zoneId: null, accountNumber: null, invoiceNumber: 'A-140.500.276' }))
    expect(await ask('99000000000000002', 'z-mvd')).toEqual(success({ kind: 'bill', zoneId: 'z-mvd', accountNumber: null, invoiceNumber: 'A-140.500.276' }))
    expect(await ask('99000000000000003', 'z-mvd')).toEqual(success({ kind: 'bill', zoneId: 'z-mvd', accountNumber: null, invoiceNumber: 'B 0000 00001' }))
    expect(await ask('99000000000000002')).toEqual(success({ kind: 'bill', zoneId: null, accountNumber: null, invoiceNumber: 'A-140.500.276' }))
  })

  it('says where two have two numbers, and takes it for no guess', async () => {
    const { read, throttle } = setUp()
    for (const zoneId of ['z-own', null]) {
      expect(await read('99000000000000003', zoneId)).toEqual({ result: failure({ code: 'ambiguous-code' }), took: 0 })
    }
    expect(throttle.remaining()).toBe(0)
  })

  it('takes the newest of an account that has one reference for all, and of one that was cancelled the one issued instead', async () => {
    const paymentReference = '99000000000000009'
    const months = Array.from({ length: 30 }, (_, place) => {
      const month = `20${10 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`
      return anInvoice({ id: `m-${place}`, number: `M 0000 000${10 + place}`, issuedOn: `${month}-01`, paymentReference })
    })
    const cancelled = anInvoice({ id: 'c-1', number: 'C 0000 00002', issuedOn: '2026-11-20', status: 'cancelled', paymentReference })
    putIntoCache(db, { invoices: [...months, cancelled] })
    const { ask, throttle } = setUp()
    expect(await ask(paymentReference)).toEqual(success({ ...bill, invoiceNumber: 'M 0000 00039' }))
    expect(throttle.remaining()).toBe(0)
    db.exec("UPDATE invoice SET deleted = 1 WHERE id LIKE 'm-%'")
    expect(await ask(paymentReference)).toEqual(success({ ...bill, invoiceNumber: 'C 0000 00002' }))
  })

  it('goes by the rules that a zone has for the codes of its bills, without looking anything up', async () => {
    const code = (...patterns: string[]) => ({ billCodes: patterns.map((pattern) => ({ pattern })) })
    putIntoCache(db, {
      zones: [
        aZone(code('https://gas[.]mx/[?]c=(?<account>[0-9]+)&f=(?<invoice>[A-Z0-9]+)', 'W(?<account>[0-9]{8})', '([0-9]{3})', '(?<other>X[0-9]{6})')),
        aZone({ id: 'z-mvd', ...code('M(?<invoice>[A-Z0-9]{10})', 'W(?<account>[0-9]{8})', 'S(?<invoice>[0-9]{6}).*') }),
        aZone({ id: 'z-own', ...code('S.*(?<invoice>[0-9]{6})') }),
      ],
    })
    const { ask, throttle } = setUp()
    const url = 'https://gas.mx/?c=99999999&f=XX00000000'
    for (const text of [url, typedUnder(url, { scanner: 'us', system: 'spanish' })]) {
      expect(await ask(text)).toEqual(success({ kind: 'bill', zoneId: 'z-mty', accountNumber: '99999999', invoiceNumber: 'XX00000000' }))
    }
    expect(await ask('MA140500275')).toEqual(success({ kind: 'bill', zoneId: 'z-mvd', accountNumber: null, invoiceNumber: 'A140500275' }))
    const both = { kind: 'bill', accountNumber: '40989917', invoiceNumber: null } as const
    expect(await ask('W40989917', 'z-mvd')).toEqual(success({ ...both, zoneId: 'z-mvd' }))
    expect(await ask('W40989917', 'z-own')).toEqual(success({ ...both, zoneId: null }))
    expect(await ask('S123456789012', 'z-mty')).toEqual(failure({ code: 'ambiguous-code' }))
    for (const text of ['https://gas.mx/?c=1', 'https://gas.mx/?c=99999999&f=XX00000000&g=1']) expect(await ask(text)).toEqual(unknown)
    expect(throttle.remaining()).toBe(0)
  })

  it.each([
    ['40989917', 'z-mty', ['account']],
    ['40989917-7', 'z-mty', ['account']],
    ["40989917'7", 'z-mty', ['account']],
    ['DE40432503', 'z-mty', ['invoice']],
    ['99999999', 'z-mty', ['account']],
    ['123456', 'z-own', ['account', 'invoice']],
    ['1234567', 'z-own', ['account', 'invoice']],
  ])('%j is a number by its form in zone %s, whether there is one or not', async (text, zoneId, fits) => {
    const { read, throttle } = setUp()
    const { result, took } = await read(text, zoneId)
    expect(result).toEqual(success({ kind: 'number', number: text.replace("'", '-'), fits }))
    expect([took, throttle.remaining()]).toEqual([0, 0])
  })
})

describe('what it does not name', () => {
  it.each(['18000359700002388', cfdi('1284.51'), cfe('b6Xk0b'), 'XX00000000000000'])('a miss answers like one of the look-up: %s', async (text) => {
    expect(await setUp().read(text)).toEqual({ result: miss, took: 300 })
  })

  it.each([cfdi('1284.5', 'sat.gob.mx.example.com'), 'hola', '1234\u0000', '', '7'.repeat(1000)])(
    'a code of somebody else is told by its form, and is no guess: %j',
    async (text) => {
      const { ask, throttle } = setUp()
      for (let time = 0; time < 9; time++) expect(await ask(text)).toEqual(unknown)
      expect(throttle.remaining()).toBe(0)
    },
  )

  it('an invoice, account or zone that is gone is not found', async () => {
    const { ask } = setUp()
    db.exec("UPDATE account SET deleted = 1 WHERE id = 'a-1'")
    expect(await ask(cfdi())).toEqual(miss)
    db.exec("INSERT OR REPLACE INTO branch (only, data) VALUES (1, json_object('id', 'b', 'name', 'B', 'zoneIds', json_array('z-mty'), 'timeZone', 'UTC'))")
    expect(await ask(cfe())).toEqual(miss)
  })

  it('is guessed no faster than an invoice that is typed, and a hit forgives no misses', async () => {
    const { ask, clock } = setUp()
    for (let guess = 0; guess < 5; guess++) {
      expect(await ask(`9900000000000010${guess}`)).toEqual(miss)
      if (guess < 4) expect(await ask('18000359700002387')).toEqual(success(bill))
    }
    const throttled = failure({ code: 'throttled', retryAfterSeconds: 1 })
    for (const text of ['18000359700002387', cfdi(), '40989917']) expect(await ask(text)).toEqual(throttled)
    expect(await ask('K07-20261121-00428')).toMatchObject({ ok: true })
    clock.advance(1000)
    expect(await ask('18000359700002387')).toEqual(success(bill))
    expect(await ask('99000000000000106')).toEqual(miss)
    expect(await ask('18000359700002387')).toEqual(failure({ code: 'throttled', retryAfterSeconds: 2 }))
  })

  it('is not looked up before the data are there, nor out of service', async () => {
    expect(await setUp({ ready: false }).ask(cfdi())).toEqual(failure({ code: 'preparing-data' }))
    expect(await setUp({ outOfService: true }).ask(cfdi())).toEqual(failure({ code: 'out-of-service' }))
  })
})

it('every look-up by a code goes by an index', () => {
  for (const column of ['payment_key', 'fiscal_key']) {
    const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM invoice WHERE ${column} = ? AND deleted = 0`).all('x')
    expect(plan.map(({ detail }) => detail).join()).toContain(`USING INDEX invoice_by_${column}`)
  }
})
