import { describe, expect, it } from 'vitest'
import { couponsOf } from '../../../electron/documents/slip/coupons.ts'
import { printedAt } from '../../../electron/documents/printedOn.ts'
import { slipModel } from '../../../electron/documents/slip/slipModel.ts'
import { modulesOf } from '../../../electron/documents/barcodes.ts'
import type { SlipRule } from '../../../shared/domain/paymentReference.ts'
import { monterrey } from '../../fixtures/documents/documentSamples.ts'
import {
  aBank,
  bankSlip,
  barlessSlip,
  contractsSlip,
  deskSlip,
  ofTwo,
  otherContract,
  otherInvoice,
  overdueSlip,
  owedInvoice,
  owing,
  storeSlip,
  uruguayanSlip,
} from '../../fixtures/documents/slips.ts'

describe('one invoice', () => {
  const model = slipModel(bankSlip)

  it('says where, how much, until when and with which reference', () => {
    expect(model).toMatchObject({
      place: 'Banco del Valle',
      agreement: { label: 'Convenio', value: '900134' },
      total: '$3,639.00',
      payBy: '2 de diciembre de 2026',
      fresh: null,
      contracts: [{ head: null, invoices: [['DE 4043 2503', '1–28 de oct de 2026', '2 dic 2026', '$3,639.00']] }],
    })
    expect(model.coupons).toHaveLength(1)
    expect(model.coupons[0]).toMatchObject({ amount: '$3,639.00', payBy: '2 de diciembre de 2026', note: null })
    // 13 years of 372 days, 11 months of 31, one day; the amount's digit; the constant.
    expect(model.coupons[0]?.reference?.replaceAll(' ', '')).toMatch(/^81040989917404325030517812\d\d$/)
  })

  it('names the holder only as the screen does', () => {
    expect(model.facts).toEqual([
      { label: 'Número de cuenta', value: '40989917-7' },
      { label: 'Titular', value: 'M•••• G•••••• P••• I•••••' },
    ])
  })

  it('asks for what is still owed of it', () => {
    const paid = slipModel({ ...bankSlip, ...owing([owedInvoice(0, { balance: 100_00 })]) })
    expect([paid.total, paid.coupons[0]?.amount, paid.contracts[0]?.invoices[0]?.at(-1)]).toEqual(['$100.00', '$100.00', '$100.00'])
  })

  it('says that the counter has a reference that was too long to be kept', () => {
    const [coupon] = slipModel({ ...bankSlip, ...owing([owedInvoice(0, { paymentReference: '' })]) }).coupons
    expect(coupon).toMatchObject({ reference: null, bars: null })
    expect(coupon?.note).toBe('Sin código de barras: la referencia de pago de esta factura la tiene el mostrador. Pague en el mostrador.')
  })

  it('a later copy says which it is', () => {
    expect(model.printed).toBe('Impresa el 21/11/2026 a las 10:30')
    expect(slipModel({ ...bankSlip, copyNumber: 2 }).printed).toBe('Copia 2 · Impresa el 21/11/2026 a las 10:30')
    expect(slipModel({ ...bankSlip, copyNumber: null }).printed).toBe(model.printed)
  })
})

describe('an overdue invoice', () => {
  it('gets a date and a reference of today, and says until when', () => {
    const overdue = { ...bankSlip, ...owing([owedInvoice(1)]) }
    const saturday = slipModel(overdue)
    const monday = slipModel({ ...overdue, printedOn: printedAt('2026-11-23T15:00:00Z', monterrey.timeZone) })
    expect(saturday.payBy).toBe('23 de noviembre de 2026')
    expect(saturday.fresh).toContain('vale hasta el 23 de noviembre de 2026')
    expect(monday.payBy).toBe('24 de noviembre de 2026')
    expect(monday.coupons[0]?.reference).not.toBe(saturday.coupons[0]?.reference)
  })
})

describe('several invoices', () => {
  it('are one payment where the code carries the amount: the sum, by the reference of the oldest', () => {
    const { total, coupons, contracts, payBy } = slipModel(overdueSlip)
    expect(coupons).toHaveLength(1)
    expect(coupons[0]).toMatchObject({ amount: total, payBy, invoices: 'DE 4041 2503, DE 4042 2503, DE 4043 2503' })
    expect(total).toBe('$10,954.02')
    expect(coupons[0]?.reference?.replaceAll(' ', '')).toMatch(/^81040989917404125030\d$/)
    expect(contracts[0]?.invoices.map(([number]) => number)).toEqual(['DE 4041 2503', 'DE 4042 2503', 'DE 4043 2503'])
  })

  it('have a part each where it does not', () => {
    const { total, coupons, steps } = slipModel(storeSlip)
    expect(total).toBe('$7,290.34')
    expect(coupons.map(({ reference, amount }) => [reference, amount])).toEqual([
      ['8104 0989 9174 0422 5030', '$3,651.34'],
      ['8104 0989 9174 0432 5030', '$3,639.00'],
    ])
    expect(steps).toContain('Son 2 fichas, una por factura: entréguelas todas.')
    expect(steps).toContain('Diga cuánto paga: $3,651.34 + $3,639.00.')
  })

  it('have a part each at the desk, which books them one by one', () => {
    const model = slipModel({ ...deskSlip, contracts: storeSlip.contracts })
    expect(model.place).toBe('Caja de esta sucursal')
    expect(model.agreement).toBeNull()
    expect(model.coupons.map(({ reference }) => reference)).toEqual(['8104 0989 9174 0422 5030', '8104 0989 9174 0432 5030'])
    expect(model.steps.join(' ')).not.toContain('Diga')
  })
})

describe('without bars', () => {
  const noteOf = (rule: SlipRule | undefined, paymentReference: string | undefined): string | null | undefined =>
    slipModel({ ...bankSlip, bank: aBank(rule), ...owing([owedInvoice(0, { paymentReference })]) }).coupons[0]?.note

  it('the slip says why, and to pay at the counter', () => {
    const { coupons, steps } = slipModel(barlessSlip)
    expect(coupons[0]).toMatchObject({ bars: null, reference: '8104 0989 9174 043' })
    expect(coupons[0]?.note).toBe(
      'Sin código de barras: esta referencia de pago tiene un número impar de cifras. Pague en el mostrador. Dicte al cajero la referencia de pago.',
    )
    expect(steps.join(' ')).not.toContain('código de barras')
  })

  it.each<[string, SlipRule | undefined, string | undefined]>([
    ['no tiene referencia', undefined, undefined],
    ['caracteres que un código de barras no puede llevar', undefined, 'PEÑA-1'],
    ['algo más que cifras', { symbology: 'code128', algorithm: 'base10' }, 'AS0512'],
    ['no cabe en un código de barras', undefined, 'x'.repeat(60)],
    ['no cabe en un código de barras', { symbology: 'gs1-128', algorithm: 'none' }, '1'.repeat(26)],
    ['la fecha de pago no cabe', { symbology: 'code128', algorithm: 'base97', baseYear: 1988 }, '123456'],
  ])('%s', (words, rule, reference) => {
    expect(noteOf(rule, reference)).toContain(words)
    expect(noteOf(rule, reference)).toContain('Pague en el mostrador.')
  })
})

it('Uruguay has its own words, money and paper', () => {
  const model = slipModel(uruguayanSlip)
  expect(model).toMatchObject({ page: 'A4', total: '$\u00a03.678,81', place: 'Red Rambla' })
  expect(model.steps[0]).toContain('Vengo a pagar una factura de Aguas del Sur, convenio 1188')
})

it('GS1-128 tells the reader the date due, the reference and the amount; who invoices only where the data say so', () => {
  const load = (prefix?: string): number => {
    const rule: SlipRule = { symbology: 'gs1-128', algorithm: 'none', includes: ['reference', 'amount', 'dueOn'], prefix }
    const [coupon] = couponsOf(aBank(rule), [owedInvoice(0, { balance: 3639 })], '2026-11-21')
    return coupon?.bars.ok ? modulesOf(coupon.bars.value) : 0
  }
  // Pairs of digits, separators and the frame: FNC1 12 261202 8020 20 digits, FNC1 3902 3639; with 415 and 13 digits before them.
  expect(load()).toBe(11 * (1 + 1 + 4 + 12 + 1 + 4 + 1) + 13)
  expect(load('7504000000006')).toBe(load() + 11 * 8)
})

it('a name of the utility that is hostile is inert', () => {
  const model = slipModel({ ...bankSlip, bank: aBank(undefined, { name: '<b>Banco\u202e</b>\u0000 😀', agreementNumber: '=1+1' }) })
  expect(model.place).toBe('<b>Banco</b>  ?')
  expect(model.agreement?.value).toBe('=1+1')
})

describe('several contracts', () => {
  const model = slipModel(contractsSlip)

  it('have a part each where the code carries the amount, which says whose it is and where it is supplied, masked', () => {
    expect(model.total).toBe('$7,790.34')
    expect(model.facts).toEqual([])
    expect(model.coupons.map(({ facts, amount }) => [facts.map(({ value }) => value), amount])).toEqual([
      [['40989917-7', expect.stringMatching(/•/u)], '$7,290.34'],
      [['8295249-3', 'R•• H•••• 4'], '$500.00'],
    ])
    expect(model.steps).toContain('Son 2 fichas, una por contrato: entréguelas todas.')
  })

  it('are listed each with its invoices and what they come to', () => {
    expect(model.contracts.map(({ head, invoices }) => [head?.name, head?.total, invoices.length])).toEqual([
      [expect.stringMatching(/^Número de cuenta 40989917-7 · /u), '$7,290.34', 2],
      ['Número de cuenta 8295249-3 · R•• H•••• 4', '$500.00', 1],
    ])
  })

  it('have a part for each invoice where it does not, and nobody reads a long sum out', () => {
    const invoices = [0, 1, 2, 3, 4].map((month) => owedInvoice(month))
    const contracts = [...owing(invoices).contracts, ...ofTwo.contracts.slice(1)]
    const each = slipModel({ ...storeSlip, contracts })
    expect(each.coupons).toHaveLength(6)
    expect(each.steps).toContain('Son 6 fichas, una por factura: entréguelas todas.')
    expect(each.steps).toContain('Diga cuánto paga con cada parte: el importe está en ella.')
  })

  it('are good until the first of their days, and a closed one says so', () => {
    expect(model.payBy).toBe('23 de noviembre de 2026')
    expect(model.coupons.map(({ payBy }) => payBy)).toEqual(['23 de noviembre de 2026', '2 de diciembre de 2026'])
    const [first] = ofTwo.contracts
    const closed = slipModel({ ...bankSlip, contracts: [first!, ...owing([otherInvoice()], { ...otherContract, status: 'closed' }).contracts] })
    expect(closed.contracts[1]?.head?.name).toContain('Cuenta cerrada')
  })
})
