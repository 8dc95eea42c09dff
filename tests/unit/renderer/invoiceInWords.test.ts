import { describe, expect, it } from 'vitest'
import { uiLocales } from '../../../renderer/i18n/languages.ts'
import InvoiceView from '../../../renderer/views/InvoiceView.vue'
import type { InvoiceDetail } from '../../../shared/contract/account.ts'
import { sampleAccount, sampleDetail } from '../../fakes/kioskSamples.ts'
import { mountScreen } from './mountScreen.ts'

type Line = InvoiceDetail['lines'][number]

const line = (description: string, amount: number, own: Partial<Line> = {}): Line => ({
  description,
  quantity: null,
  unit: null,
  unitPrice: null,
  amount,
  ...own,
})
const usage = line('Consumo', 100_050, { quantity: 29, unit: 'm³', unitPrice: 34.5 })
const read = (value: number, kind: 'actual' | 'estimated' = 'actual') => ({ takenOn: '2026-11-01', value, kind })
const totalling = (total: number, balance = total) => ({ ...sampleDetail.invoice, total, balance })
const DISAGREES = 'La suma de los renglones no da el total. Pregunte en el mostrador.'

async function show(detail: Partial<InvoiceDetail>, locale?: (typeof uiLocales)[number]) {
  const { screen, words } = await mountScreen(InvoiceView, {
    props: { id: 'i1' },
    overrides: { 'account.invoice': { ...sampleDetail, conversionFactor: null, billedUnit: null, ...detail } },
    ...(locale && { locale }),
  })
  const rows = () => screen.findAll('tbody tr').map((row) => row.text().replace(/\s+/gu, ' '))
  return { screen, words, rows }
}

describe('what was measured, in words', () => {
  it.each<[string, Partial<InvoiceDetail>, string]>([
    ['the difference of the readings', {}, '4,209 menos 4,180 son 29.'],
    [
      'past the end of the meter',
      { previousReading: read(99_990), currentReading: read(12), consumption: 22 },
      'siguió desde cero: 100,000 menos 99,990 más 12 son 22.',
    ],
    [
      'tenths of which whole ones are billed',
      { previousReading: read(1_203.7), currentReading: read(1_237.9), consumption: 34 },
      '1,237.9 menos 1,203.7 son 34.2. Redondeado, son 34.',
    ],
    [
      'past the end of the meter, converted',
      { previousReading: read(99_990), currentReading: read(12), consumption: 22.94, conversionFactor: 1.0425, billedUnit: 'm³' },
      '100,000 menos 99,990 más 12 son 22. 22 por 1.0425 son 22.94, redondeado.',
    ],
    ['an exchanged meter', { currentReading: read(12) }, 'restadas, no dan este consumo'],
    [
      'what is billed in another unit',
      { conversionFactor: 10.9245, billedUnit: 'kWh', lines: [line('Gas', 100, { quantity: 316.811, unit: 'kWh', unitPrice: 1 })] },
      '29 m³ por 10.9245 son 316.811 kWh, redondeado.',
    ],
    ['a consumption that is already converted', { conversionFactor: 2, billedUnit: 'kWh', consumption: 58 }, '4,209 menos 4,180 son 29. 29 por 2 son 58.'],
    ['a factor whose product is not what is billed', { conversionFactor: 1.0425, billedUnit: 'm³' }, '1 m³ medido equivale a 1.0425 m³ facturados'],
  ])('%s', async (_, detail, sentence) => expect((await show(detail)).words()).toContain(sentence))

  it('says nothing of readings that are missing, nor of a factor of zero', async () => {
    const { words } = await show({ previousReading: null, conversionFactor: 0, billedUnit: 'kWh' })
    expect(words()).toContain('29 m³')
    expect(words()).not.toMatch(/menos|restadas|equivale| por 0/)
  })
})

describe('the lines of an invoice, in words', () => {
  it('each says what it is for where that is known, and how it was computed where that makes its amount', async () => {
    const lines = [
      usage,
      line('Cargo fijo', 10_683),
      line('Reposición de medidor', 5_001, { quantity: 1, unit: 'pieza', unitPrice: 50 }),
      line('Ajuste por lectura estimada', -9_500),
      line('Devolución', -2_000, { quantity: -2, unit: 'm³', unitPrice: 10 }),
      line('Saldo anterior', 5_000),
    ]
    const { rows, words } = await show({ lines, taxes: [{ name: 'IVA', rate: 0.16, amount: 16_677 }], invoice: totalling(125_911) })
    expect(rows()).toEqual([
      'ConsumoPor lo que consumió en el periodo.29 m³ × $34.50 =$1,000.50',
      'Cargo fijoNo cambia con lo que consume.$106.83',
      'Reposición de medidor$50.01',
      'Ajuste por lectura estimadaSe resta de su factura.−$95.00',
      'DevoluciónSe resta de su factura.−2 m³ × $10.00 =−$20.00',
      'Saldo anteriorQuedó por pagar de facturas anteriores.$50.00',
    ])
    expect(words()).toContain('$1,157.34 de cargos, $166.77 de impuestos y $50.00 de saldo anterior, menos $115.00 a su favor, son $1,259.11.')
    expect(words()).toContain('Impuesto: 16 % de $1,042.34.')
  })

  it('says that the lines do not come to the total, and nothing that is not so', async () => {
    const { words } = await show({ invoice: totalling(128_451) })
    expect(words()).toContain(DISAGREES)
    expect(words()).not.toContain(' son $')
  })

  it('says that there are none', async () => {
    const { words, rows } = await show({ lines: [], taxes: [] })
    expect(rows()).toEqual([])
    expect(words()).toContain('La empresa no publicó los conceptos de esta factura.')
    expect(words()).not.toMatch(/Subtotal|renglones| son \$/)
  })

  it('adds up sixty of them, of nine digits, and of a currency without decimals', async () => {
    const account = { ...sampleAccount, conventions: { ...sampleAccount.conventions, currency: 'CLP', locale: 'es-CL' } }
    const lines = Array.from({ length: 60 }, (_, place) => line(`Servicio ${place}`, 123_456_789, { quantity: 1.5, unit: 'u', unitPrice: 82_304_526 }))
    const { rows, words } = await show({ account, lines, taxes: [{ name: 'IVA', rate: 19, amount: 1_407_407_395 }], invoice: totalling(8_814_814_735) })
    expect(rows()).toHaveLength(60)
    expect(rows()[59]).toBe('Servicio 591,5 u × $82.304.526 =$123.456.789')
    expect(words()).toContain('Impuesto: 19 % de $7.407.407.340.')
    expect(words()).toContain('$7.407.407.340 de cargos y $1.407.407.395 de impuestos son $8.814.814.735.')
  })

  it('names what was paid of it already', async () => {
    expect((await show({ invoice: totalling(128_450, 28_450) })).words()).toContain('$1,284.50 menos $1,000.00 ya pagados o descontados son $284.50.')
    document.body.innerHTML = ''
    expect((await show({})).words()).not.toContain('descontados')
  })

  it('tells a credit note by what it takes away', async () => {
    const { words } = await show({
      lines: [line('Nota de crédito', -10_000)],
      taxes: [{ name: 'IVA', rate: 0.22, amount: -2_200 }],
      invoice: totalling(-12_200),
    })
    expect(words()).toContain('$100.00 a su favor y $22.00 de impuestos son $122.00 a su favor.')
  })

  it.each(uiLocales)('has words for all of it in %s', async (locale) => {
    const lines = [usage, line('Cargo fijo', 10_683), line('Saldo anterior', 500), line('Saldo anterior', -200), line('Ajuste', -300)]
    const { words } = await show({ lines, invoice: totalling(128_450), previousReading: read(99_990), currentReading: read(19) }, locale)
    expect(words()).not.toMatch(/(invoices|guide)\.\w|\{/)
  })
})
