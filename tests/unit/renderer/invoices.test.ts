import { describe, expect, it, vi } from 'vitest'
import { amountsOption, compareLatest } from '../../../renderer/ui/charts/amounts.ts'
import { useAccount } from '../../../renderer/stores/account.ts'
import InvoicesView from '../../../renderer/views/InvoicesView.vue'
import InvoiceView from '../../../renderer/views/InvoiceView.vue'
import type { InvoiceDetail, MonthPair } from '../../../shared/contract/account.ts'
import { sampleAnswers, sampleDetail } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen, settled } from './mountScreen.ts'

const list = sampleAnswers['account.invoices']
const latest = (pair: Partial<MonthPair>): MonthPair[] => [{ month: '2026-10', thisYear: 128450, lastYear: 142650, ...pair }]

describe('Mis facturas', () => {
  it('has a row for every invoice, newest first, with its controls named after it', async () => {
    const { buttons } = await mountScreen(InvoicesView)
    const printing = (): string[] => buttons().filter((name) => name.startsWith('Imprimir duplicado'))
    await eventually(() => expect(printing()).toEqual(list.invoices.map(({ number }) => `Imprimir duplicado ${number}`)))
    expect(buttons()).toContain('Ver DM 4031 7781')
  })

  it('paints its words first, then the rows of a long list, also what comes later still', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...list.invoices[0]!, id: `m${index}`, number: `MM ${index}` }))
    const painted: FrameRequestCallback[] = []
    vi.stubGlobal('requestAnimationFrame', (task: FrameRequestCallback) => painted.push(task))
    const { screen, kiosk, words } = await mountScreen(InvoicesView, { overrides: { 'account.invoices': { ...list, invoices: many(37) } } })
    const rows = (): number => screen.findAll('li.row').length
    expect(words()).toContain('Importe')
    expect(rows()).toBe(0)
    vi.unstubAllGlobals()
    for (const task of painted) requestAnimationFrame(task)
    await eventually(() => expect(rows()).toBe(37))
    kiosk.answer('account.invoices', { ...list, invoices: many(39) })
    await useAccount().loadList()
    await eventually(() => expect(rows()).toBe(39))
  })

  it.each([
    [{}, 'En octubre le facturamos $142.00 menos que en octubre de 2025.'],
    [{ lastYear: 100000 }, 'En octubre le facturamos $284.50 más que en octubre de 2025.'],
    [{ lastYear: 128450 }, 'En octubre le facturamos lo mismo que en octubre de 2025.'],
    [{ lastYear: null }, 'En octubre le facturamos $1,284.50. No hay factura de octubre de 2025 para comparar.'],
  ])('compares the latest month with the year before: %j', async (pair, sentence) => {
    const { words } = await mountScreen(InvoicesView, { overrides: { 'account.invoices': { ...list, months: latest(pair) } } })
    expect(words()).toContain(sentence)
  })

  it('has nothing to compare where nothing was billed', () => {
    expect(compareLatest([])).toBeNull()
    expect(compareLatest(latest({ thisYear: null }))).toBeNull()
  })

  it('shows the chart as a table and back', async () => {
    const { screen, button } = await mountScreen(InvoicesView)
    expect(screen.find('table').exists()).toBe(false)
    button('Ver como tabla').click()
    await settled()
    const rows = screen.findAll('tbody tr').map((row) => row.text().replace(/\s+/gu, ' '))
    expect(rows).toHaveLength(12)
    expect(rows[0]).toBe('oct 2026$1,426.50$1,284.50−$142.00')
    button('Ver como gráfica').click()
    await settled()
    expect(screen.find('table').exists()).toBe(false)
  })

  it('says so when there are no invoices', async () => {
    const { words } = await mountScreen(InvoicesView, { overrides: { 'account.invoices': { ...list, invoices: [], months: [] } } })
    expect(words()).toContain('Todavía no hay facturas en esta cuenta.')
  })
})

describe('the chart', () => {
  const colours = { ink: '#1', ink2: '#2', line: '#3', accent: '#4', past: '#5', now: '#6' }
  const words = { axisValue: String, month: (month: string) => month, thisYear: 'this', lastYear: 'last', size: 20, family: 'x' }
  const months: MonthPair[] = [{ month: '2026-09', thisYear: 100, lastYear: null }, ...latest({})]

  it('draws both years, and sets the latest month apart by more than its colour', () => {
    const option = amountsOption(months, colours, words)
    const [past, present] = option.series
    expect(past?.data).toEqual([null, 142650])
    expect(present?.data).toMatchObject([
      { value: 100, itemStyle: { color: '#4' } },
      { value: 128450, itemStyle: { color: '#6' } },
    ])
    expect(option.xAxis.data).toEqual([{ value: '2026-09' }, { value: '2026-10', textStyle: expect.objectContaining({ fontWeight: 'bold' }) }])
  })
})

describe('Factura', () => {
  const show = (detail: Partial<InvoiceDetail> = {}) =>
    mountScreen(InvoiceView, { props: { id: 'i1' }, overrides: { 'account.invoice': { ...sampleDetail, ...detail } } })

  it('shows how it was computed: readings, lines, taxes, total', async () => {
    const { screen, words } = await show()
    expect(screen.get('h1').text()).toBe('Factura DE 4043 2503')
    expect(words()).toContain('Lectura anterior4,180Real')
    expect(words()).toContain('Lectura actual4,209Estimada')
    expect(words()).toContain('Consumo29 m³')
    expect(words()).toMatch(/29 m³ × \$34\.50 = ?\$1,000\.50/)
    expect(words()).toMatch(/Subtotal ?\$1,107\.33/)
    expect(words()).toMatch(/IVA 16 ?% ?Impuesto: 16 % de \$1,107\.33\. ?\$177\.17/)
    expect(words()).toMatch(/Total ?\$1,284\.50/)
    expect(words()).toContain('1 m³ medido equivale a 1.0425 m³ facturados')
  })

  it('says that a reading is missing, and which one the customer gave', async () => {
    const { words } = await show({ previousReading: null, currentReading: { takenOn: '2026-11-01', value: 4209, kind: 'customer' } })
    expect(words()).toContain('Lectura anteriorSin lectura')
    expect(words()).toContain('Aportada por usted')
    expect(words()).not.toContain('Estimada quiere decir')
  })

  it('keeps six decimals of a price and every rate of a tax', async () => {
    const { words } = await show({
      lines: [{ description: 'Consumo', quantity: 12.5, unit: 'm³', unitPrice: 12.345678, amount: 15432 }],
      taxes: [
        { name: 'IVA', rate: 0, amount: 0 },
        { name: 'IVA', rate: 0.08, amount: 1200 },
      ],
    })
    expect(words()).toContain('12.5 m³ × $12.345678 =')
    expect(words()).toMatch(/IVA 0 ?% ?Impuesto sobre los cargos\. ?\$0\.00/)
    expect(words()).toMatch(/IVA 8 ?% ?Impuesto sobre los cargos\. ?\$12\.00/)
  })

  it('S04 shows markup as the letters that it is', async () => {
    const { screen, words } = await show({
      lines: [{ description: '<img src=x onerror=alert(1)>', quantity: null, unit: null, unitPrice: null, amount: 1 }],
    })
    expect(words()).toContain('<img src=x onerror=alert(1)>')
    expect(screen.find('img').exists()).toBe(false)
  })

  it('asks for nothing more of a paid invoice', async () => {
    const { words } = await show({ invoice: { ...sampleDetail.invoice, status: 'paid', balance: 0, standing: { kind: 'paid', on: null } } })
    expect(words()).toContain('Pagada')
    expect(words()).not.toContain('Por pagar')
  })
})
