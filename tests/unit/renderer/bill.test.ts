import { describe, expect, it } from 'vitest'
import { sampleFigures } from '../../../renderer/areas/bill/billFigures.ts'
import { sumOf } from '../../../shared/domain/money.ts'
import { latestTelling } from '../../../renderer/areas/bill/ownBill.ts'
import { uiLocales } from '../../../renderer/i18n/languages.ts'
import { useKiosk } from '../../../renderer/stores/kiosk.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import BillView from '../../../renderer/views/BillView.vue'
import InvoiceView from '../../../renderer/views/InvoiceView.vue'
import type { InvoiceDetail } from '../../../shared/contract/account.ts'
import type { Zone } from '../../../shared/contract/kiosk.ts'
import { sampleAnswers, sampleDetail, sampleInvoices, sampleZones } from '../../fakes/kioskSamples.ts'
import { failure } from '../../../shared/result.ts'
import { mountScreen, settled } from './mountScreen.ts'

const zoneOf = (id: string): Zone => sampleZones.find((zone) => zone.id === id) as Zone
const water: Zone = zoneOf('qro')
const uruguayanWater: Zone = { ...zoneOf('mvd'), service: 'water' }

/** With nobody's account open. */
async function mountForEverybody() {
  const mounted = await mountScreen(BillView)
  useSession().account = null
  await settled()
  return mounted
}
const partsOf = (screen: Awaited<ReturnType<typeof mountScreen>>['screen']): string[] =>
  screen.findAll('ol > li').map((part) => part.text().replace(/\s+/gu, ' '))
const drawing = (screen: Awaited<ReturnType<typeof mountScreen>>['screen']) => screen.get('[role=img]')
const openDetail = (change: Partial<InvoiceDetail>) => mountScreen(BillView, { overrides: { 'account.invoice': { ...sampleDetail, ...change } } })

describe('the figures of a sample', () => {
  it.each([null, zoneOf('mty'), zoneOf('mvd'), water, uruguayanWater])('add up for %o, to the cent', (zone) => {
    const { lines, taxes, invoice, consumption, previousReading, currentReading, conversionFactor } = sampleFigures(zone, '2026-11-21')
    expect(sumOf(lines) + sumOf(taxes)).toBe(invoice.total)
    expect((currentReading?.value ?? 0) - (previousReading?.value ?? 0)).toBe(consumption)
    const [usage] = lines
    expect(usage?.quantity).toBeCloseTo(consumption * (conversionFactor ?? 1), 3)
    expect(usage?.amount).toBe(Math.round((usage?.quantity ?? 0) * (usage?.unitPrice ?? 0) * 100))
    expect(taxes.length).toBeGreaterThan(0)
    expect(
      invoice.periodStart < invoice.periodEnd && invoice.periodEnd < invoice.issuedOn && invoice.issuedOn < '2026-11-21' && invoice.dueOn > '2026-11-21',
    ).toBe(true)
  })
})

describe('Conozca su factura', () => {
  it('explains the latest invoice of the open account with its own figures', async () => {
    const { screen, words, kiosk } = await mountScreen(BillView)
    expect(kiosk.called.filter(({ channel }) => channel === 'account.invoice').map(({ request }) => request)).toEqual([{ invoiceId: 'i1' }])
    expect(screen.get('h1').text()).toBe('Conozca su factura')
    expect(words()).toContain('Su factura DE 4043 2503, parte por parte.')
    expect(words()).not.toMatch(/muestra/i)
    const parts = partsOf(screen)
    expect(parts.map((part) => part.match(/^\d/)?.[0])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(parts[0]).toContain('40989917-7')
    expect(parts[1]).toContain('DE 4043 2503')
    expect(parts[2]).toContain('Son 28 días.')
    expect(parts[3]).toContain('4,180 → 4,209')
    expect(parts[3]).toContain('estimada quiere decir')
    expect(parts[4]).toContain('29 m³')
    expect(parts[4]).toContain('4,209 menos 4,180 son 29.')
    expect(parts[4]).toContain('1 m³ medido equivale a 1.0425 m³ facturados')
    expect(parts[5]).toContain('$1,107.33')
    expect(parts[5]).toContain('Cargo fijo$106.83')
    expect(parts[6]).toContain('IVA 16 %$177.17')
    expect(parts[7]).toContain('$1,107.33 de cargos y $177.17 de impuestos son $1,284.50.')
    expect(parts[7]).toContain('Vence el 2 de diciembre de 2026')
    for (const said of ['40989917-7', 'DE 4043 2503', '4,180', '29 m³', '$1,000.50', '$177.17', '$1,284.50']) expect(drawing(screen).text()).toContain(said)
    expect(drawing(screen).attributes('aria-label')).toContain('su factura DE 4043 2503')
  })

  it('explains the invoice that one came from', async () => {
    const { kiosk } = await mountScreen(BillView, { props: { invoiceId: 'i2' } })
    expect(kiosk.called.filter(({ channel }) => channel === 'account.invoice').map(({ request }) => request)).toEqual([{ invoiceId: 'i2' }])
  })

  it('says of one in favour so in words, without a sign at its figure', async () => {
    const invoice = { ...sampleDetail.invoice, total: -50_00, balance: -50_00, standing: { kind: 'credit' as const } }
    const total = partsOf((await openDetail({ invoice })).screen)[7]
    expect(total).toContain('A su favor.')
    expect(total).toMatch(/[^−]\$50\.00/u)
  })

  it('says nothing that the figures do not carry', async () => {
    const { screen } = await openDetail({
      currentReading: { takenOn: '2026-11-01', value: 12, kind: 'actual' },
      lines: [{ ...sampleDetail.lines[0]!, amount: 1 }],
    })
    const parts = partsOf(screen)
    expect(parts[4]).not.toContain('menos')
    expect(parts[7]).not.toContain('de cargos')
    document.body.innerHTML = ''
    const bare = partsOf((await openDetail({ previousReading: null, conversionFactor: null, billedUnit: null, lines: [], taxes: [], meterNumber: '' })).screen)
    expect(bare[3]).toMatch(/^4 ?Lecturas ?Sin lectura/)
    expect(bare[4]).not.toMatch(/menos|equivale/)
    expect(bare[5]).toContain('no publicó los conceptos')
    expect(bare[6]).toContain('no dice impuestos')
    expect(bare[7]).not.toContain('de cargos')
  })

  it('names four of many items and says how many more there are', async () => {
    const lines = Array.from({ length: 40 }, (_, place) => ({ description: `Concepto ${place + 1}`, quantity: null, unit: null, unitPrice: null, amount: 100 }))
    const { screen } = await openDetail({ lines })
    const charges = partsOf(screen)[5]
    expect(charges).toContain('Concepto 4$')
    expect(charges).not.toContain('Concepto 5$')
    expect(charges).toContain('Los primeros 4 de 40 conceptos:')
    expect(charges).toContain('$40.00')
  })

  it('says what litres are where it is water, and nothing of gas', async () => {
    const { screen } = await mountScreen(BillView, { overrides: { 'account.invoice': { ...sampleDetail, conversionFactor: null, billedUnit: null } } })
    useSession().zoneId = 'qro'
    await settled()
    const parts = partsOf(screen)
    expect(parts[4]).toContain('Un metro cúbico son mil litros: 29,000 litros.')
    expect(parts.join(' ')).not.toContain(' gas ')
  })

  it('shows a sample, said to be one, while no account is open, of each company that is served', async () => {
    const { screen, words, button, kiosk } = await mountForEverybody()
    expect(words()).toContain('Una factura de muestra')
    expect(drawing(screen).text()).toContain('MUESTRA')
    expect(partsOf(screen)[4]).toContain('El gas que pasó')
    const asked = kiosk.called.length
    button('Aguas de Querétaro').click()
    await settled()
    expect(partsOf(screen)[0]).toContain('Referencia')
    expect(partsOf(screen)[4]).toContain('El agua que pasó')
    expect(partsOf(screen)[5]).toContain('Alcantarillado')
    expect(kiosk.called.length).toBe(asked)
  })

  it('shows a sample also before any zone is known', async () => {
    const { screen } = await mountForEverybody()
    const kiosk = useKiosk()
    if (kiosk.description) kiosk.description = { ...kiosk.description, zones: [], homeZoneId: null }
    await settled()
    expect(partsOf(screen)).toHaveLength(8)
    expect(partsOf(screen)[4]).toContain('Lo que pasó por su medidor')
  })

  it('says that an account without invoices has none, and shows the sample of its zone', async () => {
    const home = { ...sampleAnswers['account.home'], identified: null, latest: [] }
    const { screen, words } = await mountScreen(BillView, { overrides: { 'account.home': home } })
    expect(words()).toContain('En su cuenta todavía no hay facturas. Esta es una muestra')
    expect(screen.findAll('.kinds')).toHaveLength(0)
    expect(drawing(screen).text()).toContain('MUESTRA')
  })

  it('says what went wrong, and tries again', async () => {
    const { words, button, kiosk } = await mountScreen(BillView, { overrides: { 'account.invoice': failure({ code: 'disconnected' }) } })
    expect(words()).not.toContain('parte por parte')
    kiosk.answer('account.invoice', sampleDetail)
    button('Reintentar').click()
    await settled()
    expect(words()).toContain('Su factura DE 4043 2503')
  })

  it.each(uiLocales)('has words for every part in %s', async (locale) => {
    const { screen } = await mountScreen(BillView, { locale })
    for (const part of partsOf(screen)) expect(part).not.toMatch(/guide\.|\{/)
  })

  it('names its parts in the language of the person at the marks, and leaves what is printed as it is', async () => {
    const shown = await mountScreen(BillView, { locale: 'en' })
    const drawn = drawing(shown.screen).text()
    for (const ours of ['Period', 'Readings', 'Consumption', 'Charges', 'Taxes', 'Total to pay']) expect(drawn).toContain(ours)
    for (const theirs of ['Fecha de emisión', 'Vence', 'Medidor', 'Cargo fijo']) expect(drawn).toContain(theirs)
    // What to look for on paper.
    expect(partsOf(shown.screen)[3]).toContain('The bill says “Lecturas”.')
    shown.screen.unmount()
    const own = await mountScreen(BillView)
    expect(drawing(own.screen).text()).toContain('Total a pagar')
    expect(own.words()).not.toContain('En la factura dice')
  })

  it('is reached from an invoice, with that invoice', async () => {
    const { button, router } = await mountScreen(InvoiceView, { props: { id: 'i1' } })
    button('Conozca su factura').click()
    await settled()
    expect(router.currentRoute.value.fullPath).toBe('/conozca-su-factura?factura=i1')
  })
})

describe('the latest invoice that is explained', () => {
  const [first, second] = sampleInvoices as [(typeof sampleInvoices)[0], (typeof sampleInvoices)[0]]
  it.each(['cancelled', 'creditNote', 'outdated'] as const)('is not one that is %s, if there is another', (kind) => {
    const odd = { ...first, standing: { kind } }
    expect(latestTelling([odd, second])?.id).toBe('i2')
    expect(latestTelling([odd])?.id).toBe('i1')
    expect(latestTelling([])).toBeNull()
  })
})
