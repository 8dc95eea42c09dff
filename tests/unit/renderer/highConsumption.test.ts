import { describe, expect, it } from 'vitest'
import { useSession } from '../../../renderer/stores/session.ts'
import RequestFormView from '../../../renderer/views/RequestFormView.vue'
import type { InvoiceDetail } from '../../../shared/contract/account.ts'
import type { TopicForm } from '../../../shared/contract/filings.ts'
import { failure } from '../../../shared/result.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAccount, sampleDetail } from '../../fakes/kioskSamples.ts'
import { sampleRequests, sampleTopics } from '../../fakes/requestSamples.ts'
import { choose, field, fill, submit } from './formOnScreen.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const DATA = 'Lo que dicen los datos de su factura'
const LEAK = '¿Habrá una fuga? Véalo en cuatro pasos'
const WRITING = 'Nueva reclamación'
const ANYWAY = 'Presentar de todos modos'
const READING = 'Lectura'

const open = (overrides: Overrides = {}): Promise<MountedScreen> =>
  mountScreen(RequestFormView, { overrides, path: '/cuenta/reclamaciones/nueva?tipo=reclamacion' })
const openData = async (detail: Partial<InvoiceDetail> = {}, overrides: Overrides = {}): Promise<MountedScreen> => {
  const shown = await open({ 'account.invoice': { ...sampleDetail, ...detail }, ...overrides })
  await choose('Tema', 'Consumo elevado')
  return shown
}
const heading = ({ screen }: MountedScreen): string => screen.get('h1').text()
const filed = ({ kiosk }: MountedScreen): TopicForm[] =>
  kiosk.called.filter(({ channel }) => channel === 'requests.file').map(({ request }) => request as TopicForm)
const press = async ({ button }: MountedScreen, name: string): Promise<void> => {
  button(name).click()
  await settled()
}

describe('Consumo elevado', () => {
  it('begins with what the data say of the invoice: days, consumption, readings, a year ago, and what changed', async () => {
    const shown = await openData()
    expect(heading(shown)).toBe(DATA)
    const figures = shown.screen.findAll('dl > div').map((each) => each.text().replace(/\s+/gu, ' '))
    expect(figures).toEqual([
      expect.stringMatching(/^Periodo facturado ?28 días ?1–28 de oct de 2026$/),
      expect.stringMatching(/^Consumo ?29 m³ ?1.04 m³ por día$/),
      expect.stringMatching(/^Lecturas ?La actual fue estimada ?Estimada quiere decir/),
      expect.stringMatching(/^En octubre de 2025 ?31 m³ ?28 días$/),
    ])
    expect(shown.words()).toContain('Comparada con la de septiembre de 2026: $182.50 más')
    expect(shown.words()).toContain('Precio de la unidad: $34.50; antes, $33.40.')
    expect(document.querySelector('textarea')).toBeNull()
  })

  it('says no more than the figures carry', async () => {
    const shown = await openData({
      comparisons: [],
      yearAgo: null,
      previousReading: null,
      currentReading: null,
      invoice: { ...sampleDetail.invoice, periodStart: '2020-01-01' },
    })
    expect(shown.words()).toContain('No hay con qué comparar esta factura')
    expect(shown.words()).toContain('No se puede comparar')
    expect(shown.words()).toContain('Falta alguna lectura')
    expect(shown.words()).not.toMatch(/por día|Comparada/u)
  })

  it('tells of a year ago in the meter’s unit, where the two bills cannot be compared part by part too', async () => {
    const billedAsEnergy = { conversionFactor: 10.9, billedUnit: 'kWh', comparisons: [] }
    const shown = await openData({ ...billedAsEnergy, yearAgo: { consumption: 34, days: 31 } })
    expect(shown.words()).toMatch(/Consumo ?29 m³.*En octubre de 2025 ?34 m³ ?31 días/u)
    expect(shown.words()).not.toMatch(/kWh|No se puede comparar/u)
  })

  it.each([
    ['actual', 'customer', 'Ninguna fue estimada'],
    ['estimated', 'actual', 'La anterior fue estimada'],
    ['estimated', 'estimated', 'Las dos fueron estimadas'],
  ] as const)('says of readings that are %s and %s: %s', async (previous, current, said) => {
    const of = (kind: typeof previous | typeof current) => ({ takenOn: '2026-10-01', value: 1, kind })
    const shown = await openData({ previousReading: of(previous), currentReading: of(current) })
    expect(shown.words()).toContain(said)
  })

  it('then shows how to look for a leak in four steps, smell of gas first, and always lets the person file', async () => {
    const shown = await openData()
    await press(shown, 'Buscar una fuga')
    expect(heading(shown)).toBe(LEAK)
    expect(shown.words()).toMatch(/Si huele a gas, no haga esta prueba: .*llame desde afuera\. ?81 8111 2233 ?1\. Cierre todo/u)
    expect(shown.screen.findAll('ol li').map((step) => step.find('svg').exists())).toEqual([true, true, true, true])
    await press(shown, ANYWAY)
    expect(heading(shown)).toBe(WRITING)
    expect(shown.router.currentRoute.value.query.paso).toBe('escribir')
  })

  it('of water asks for other things, and speaks of no gas', async () => {
    const shown = await openData()
    useSession().zoneId = 'qro'
    await press(shown, 'Buscar una fuga')
    expect(shown.words()).toContain('Cierre todas las llaves de agua')
    expect(shown.words()).not.toMatch(/gas/u)
  })

  it('can be filed from the data at once, and is not asked again for the same invoice', async () => {
    const shown = await openData()
    await press(shown, ANYWAY)
    fill('Lectura', '4209')
    fill('Descripción', 'Llegó al doble.')
    await submit()
    expect(heading(shown)).toBe('Revise su solicitud')
    await press(shown, 'Corregir')
    await choose('Factura', 'DM 4031 7781')
    expect(shown.router.currentRoute.value.query.paso).toBe('consumo')
  })

  it('keeps what is typed on the way back and on', async () => {
    const shown = await open()
    fill('Descripción', 'Llegó al doble.')
    await choose('Tema', 'Consumo elevado')
    await shown.router.replace('/cuenta/reclamaciones/nueva?tipo=reclamacion')
    await settled()
    expect(field('Descripción').value).toBe('Llegó al doble.')
    fill('Lectura', '4209')
    await submit()
    expect(heading(shown)).toBe(DATA)
    await press(shown, ANYWAY)
    expect([field('Descripción').value, field('Lectura').value]).toEqual(['Llegó al doble.', '4209'])
  })

  it('can be filed where its invoice cannot be read', async () => {
    const shown = await openData({}, { 'account.invoice': failure({ code: 'internal', incidentId: 'x' }) })
    await press(shown, ANYWAY)
    expect(heading(shown)).toBe(WRITING)
  })

  it('that asks for no invoice begins with the search for a leak', async () => {
    const topics = sampleTopics.map((topic) => ({ ...topic, requiresInvoice: false }))
    const shown = await openData({}, { 'requests.topics': { topics }, 'requests.list': { account: sampleAccount, requests: [] } })
    expect(heading(shown)).toBe(LEAK)
  })

  it('that is open already is told of first, and added to without more', async () => {
    const requests = sampleRequests.map((request) => ({ ...request, invoiceId: 'i1' }))
    const shown = await openData({}, { 'requests.list': { account: sampleAccount, requests } })
    expect(heading(shown)).toBe('Ya tiene una reclamación abierta sobre esto')
    await press(shown, 'Presentar otra')
    expect(heading(shown)).toBe(DATA)
    await shown.router.replace('/cuenta/reclamaciones/nueva?tipo=reclamacion&paso=abierta')
    await settled()
    await press(shown, 'Agregar información')
    expect(heading(shown)).toBe(WRITING)
  })

  it('that is added to asks for no reading: the open one has it, and what was typed before stays behind', async () => {
    const requests = sampleRequests.map((request) => ({ ...request, invoiceId: 'i1' }))
    const shown = await openData({}, { 'requests.list': { account: sampleAccount, requests } })
    await press(shown, 'Presentar otra')
    await press(shown, ANYWAY)
    fill(READING, '4,210')
    await shown.router.replace('/cuenta/reclamaciones/nueva?tipo=reclamacion&paso=abierta')
    await settled()
    await press(shown, 'Agregar información')
    expect(() => field(READING)).toThrow()
    fill('Descripción', 'Traigo una foto del medidor.')
    await submit()
    expect(heading(shown)).toBe('Revise su solicitud')
    expect(shown.words()).not.toContain('4,210')
    await submit()
    expect(filed(shown).map(({ addsTo, reading }) => ({ addsTo, reading }))).toEqual([{ addsTo: 'K07-20261121-00428', reading: '' }])
  })

  it('that stands by itself after all asks for its reading again', async () => {
    const requests = sampleRequests.map((request) => ({ ...request, invoiceId: 'i1' }))
    const shown = await openData({}, { 'requests.list': { account: sampleAccount, requests } })
    await press(shown, 'Agregar información')
    await press(shown, 'Presentar otra')
    await press(shown, ANYWAY)
    expect(field(READING).value).toBe('')
  })
})
