import { describe, expect, it } from 'vitest'
import ConsumptionView from '../../../renderer/views/ConsumptionView.vue'
import ReadingView from '../../../renderer/views/ReadingView.vue'
import type { UiLocale } from '../../../renderer/i18n/languages.ts'
import type { ReadingToBring } from '../../../shared/contract/reading.ts'
import { failure } from '../../../shared/result.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAccount, sampleAnswers } from '../../fakes/kioskSamples.ts'
import { sampleReading } from '../../fakes/readingSamples.ts'
import { sampleFiled } from '../../fakes/requestSamples.ts'
import { sampleConsumption } from '../../fakes/statementSamples.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const open = (change: Partial<ReadingToBring> = {}, overrides: Overrides = {}, locale: UiLocale = 'es-MX'): Promise<MountedScreen> =>
  mountScreen(ReadingView, { overrides: { 'reading.show': sampleReading(sampleAccount, change), ...overrides }, path: '/cuenta/lectura', locale })

const field = (): HTMLInputElement => document.querySelector('input') as HTMLInputElement
async function send(typed: string): Promise<void> {
  field().value = typed
  field().dispatchEvent(new Event('input', { bubbles: true }))
  document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settled()
}
const filed = ({ kiosk }: MountedScreen): unknown[] => kiosk.called.filter(({ channel }) => channel === 'requests.file').map(({ request }) => request)
const dialog = (): HTMLDialogElement | null => document.querySelector('dialog')
async function press(name: string): Promise<void> {
  const button = [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find(({ textContent }) => textContent?.trim() === name)
  button?.click()
  await settled()
}
const drums = (): string => document.querySelector('svg[role=img]')?.getAttribute('aria-label') ?? ''

describe('Aportar lectura', () => {
  it('says until when, what the meter showed last, and draws what is typed', async () => {
    const shown = await open()
    expect(shown.words()).toContain('Puede aportar su lectura del 20 al 24 de noviembre.')
    expect(shown.words()).toContain('Última lectura, 1 nov 2026')
    expect(shown.words()).toContain('4,209 m³')
    expect(shown.words()).toContain('Los rojos no cuentan')
    field().value = '4230'
    field().dispatchEvent(new Event('input', { bubbles: true }))
    await settled()
    expect(drums()).toBe('Así se vería en su medidor: 0 4 2 3 0')
  })

  it('has no key for a next field, as there is none', async () => {
    await open()
    const keys = [...document.querySelectorAll('[role=group] button')].map((key) => key.getAttribute('aria-label') ?? key.textContent?.trim())
    expect(keys).toContain('Borrar')
    expect(keys).not.toContain('Siguiente')
  })

  it('sends a reading as usual at once, with the notice that stood there', async () => {
    const shown = await open()
    await send('4,235')
    expect(filed(shown)).toEqual([
      {
        kind: 'reading',
        formId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        accountId: 'a1',
        meterNumber: 'G4-7723190',
        reading: '4,235',
        privacyNotice: { id: 'privacy', version: '2026-1' },
      },
    ])
    expect(shown.router.currentRoute.value.path).toBe('/cuenta/reclamaciones/recibida/c1')
  })

  it.each([
    ['4,100', 'Es menos que la última lectura, 4,209 m³'],
    ['42,350', 'Serían 38,141 m³ desde el 1 de noviembre de 2026'],
    ['4,209', 'no habría consumido nada'],
  ])('warns of %s in words, and lets go on with a second touch', async (typed, words) => {
    const shown = await open()
    await send(typed)
    expect(dialog()?.textContent).toContain(`¿Su medidor marca ${typed}?`)
    expect(dialog()?.textContent).toContain(words)
    expect(filed(shown)).toEqual([])
    await press('Enviar lectura de todos modos')
    expect(filed(shown)).toMatchObject([{ reading: typed }])
  })

  it.each([
    ['2026-11-21', '42,350', 'desde el 1 de noviembre de 2026. Lo usual en ese tiempo son unos 10 m³. Revise que no sobre un número.'],
    ['2026-11-04', '4,350', 'desde el 1 de noviembre de 2026. Lo usual en ese tiempo son unos 1.5 m³. Revise que no sobre un número.'],
    ['2026-11-01', '4,350', 'desde el 1 de noviembre de 2026. Revise que no sobre un número.'],
  ])('says on %s what is usual since the last reading, if anything', async (today, typed, words) => {
    const readings = sampleConsumption(sampleAccount).readings.map((reading) => ({ ...reading, consumption: (reading.consumption ?? 0) / 2 }))
    await open({ today, readings })
    await send(typed)
    expect(dialog()?.textContent).toContain(words)
  })

  it('goes back to the field where the person corrects it', async () => {
    const shown = await open()
    await send('4,100')
    await press('Corregir')
    expect(dialog()).toBeNull()
    expect(document.activeElement).toBe(field())
    expect(field().value).toBe('4,100')
    expect(filed(shown)).toEqual([])
  })

  it('tells of a meter that began again at zero', async () => {
    await open({ readings: sampleConsumption(sampleAccount).readings.map((reading) => ({ ...reading, value: reading.value + 95_780 })) })
    await send('12')
    expect(dialog()?.textContent).toContain('empezó otra vez en ceros: serían 23 m³')
  })

  it.each([
    ['', 'Falta la lectura.'],
    ['mil', 'Escriba solo los números que marca su medidor.'],
    ['4,240.5', 'los rojos de este medidor no cuentan'],
  ])('says beside the field what is wrong with %j', async (typed, words) => {
    const shown = await open()
    await send(typed)
    expect(shown.words()).toContain(words)
    expect(document.activeElement).toBe(field())
    expect(filed(shown)).toEqual([])
  })

  it('takes decimals, as the zone writes them, of a meter that has been read with them', async () => {
    const uruguay = { ...sampleAccount, conventions: { ...sampleAccount.conventions, locale: 'es-UY', currency: 'UYU' } }
    const readings = sampleConsumption(uruguay).readings.map((reading) => ({ ...reading, value: reading.value + 0.5 }))
    const shown = await open({ account: uruguay, readings }, {}, 'es-UY')
    expect(shown.words()).toContain('Por ejemplo: 1.234,5')
    expect(shown.words()).toContain('De los rojos, solo los llenos')
    field().value = '4.235,5'
    field().dispatchEvent(new Event('input', { bubbles: true }))
    await settled()
    expect(drums()).toBe('Así se vería en su medidor: 0 4 2 3 5 5')
    await send('4.235,5')
    expect(filed(shown)).toMatchObject([{ reading: '4.235,5' }])
  })

  it('keeps what was typed, and the form’s id, when it could not be filed', async () => {
    const shown = await open()
    shown.kiosk.fail('requests.file', { code: 'cannot-store' })
    await send('4,235')
    expect(shown.screen.get('[role="alert"]').text()).toContain('no puede guardar nada por ahora')
    expect(field().value).toBe('4,235')
    shown.kiosk.fail('requests.file')
    await send('4,235')
    expect(filed(shown)[1]).toEqual(filed(shown)[0])
  })

  it('shows the meter that the account has now, and says so, where the one that stood there is another', async () => {
    const shown = await open()
    shown.kiosk.answer('requests.file', failure({ code: 'invalid-fields', fields: [{ field: 'reading', problem: 'other-meter' }] }))
    shown.kiosk.answer('reading.show', sampleReading(sampleAccount, { meterNumber: 'G4-9', readings: [] }))
    await send('4,235')
    expect(shown.words()).toContain('El medidor de esta cuenta ahora es otro')
    expect(shown.words()).toContain('Medidor G4-9')
    expect(field().value).toBe('4,235')
    await send('12')
    expect(filed(shown)[1]).toMatchObject({ meterNumber: 'G4-9', reading: '12' })
  })

  it('has no field any more once the reading was brought elsewhere', async () => {
    const shown = await open()
    shown.kiosk.answer('requests.file', failure({ code: 'invalid-fields', fields: [{ field: 'reading', problem: 'reading-known' }] }))
    shown.kiosk.answer('reading.show', sampleReading(sampleAccount, { knownToday: { value: 4_235, filed: null } }))
    await send('4,235')
    expect(shown.words()).toContain('Ya hay una lectura de hoy')
    expect(field()).toBeNull()
  })
})

describe('in the place of the field', () => {
  const window = (state: 'later' | 'past', opensOn: string, closesOn: string) => ({ window: { state, opensOn, closesOn } })

  it.each<[UiLocale, Partial<ReadingToBring>, string]>([
    ['es-MX', window('later', '2026-12-03', '2026-12-07'), 'Puede aportar su lectura del 3 al 7 de diciembre. Vuelva a partir del 3 de diciembre de 2026.'],
    ['es-MX', window('later', '2026-11-29', '2026-12-02'), 'Puede aportar su lectura del 29 de noviembre al 2 de diciembre.'],
    ['es-MX', window('later', '2026-12-30', '2027-01-02'), 'del 30 de diciembre de 2026 al 2 de enero de 2027.'],
    ['es-MX', window('later', '2026-12-03', '2026-12-03'), 'Puede aportar su lectura el 3 de diciembre.'],
    ['es-MX', window('past', '2026-11-03', '2026-11-07'), 'Fue del 3 al 7 de noviembre.'],
    ['es-MX', { window: null }, 'Por ahora no hay un periodo para aportar su lectura'],
    ['en', window('later', '2026-12-03', '2026-12-07'), 'You can bring your reading from 3 to 7 December.'],
    ['pt', window('later', '2026-12-03', '2026-12-07'), 'Pode informar a sua leitura de 3 a 7 de dezembro.'],
  ])('stand the days of the window, in %s', async (locale, change, words) => {
    const shown = await open(change, {}, locale)
    expect(shown.words()).toContain(words)
    expect(field()).toBeNull()
  })

  it('stands today’s reading with its folio and date', async () => {
    const filedToday = { commandId: 'c1', folio: sampleFiled.folio, at: sampleFiled.filedAt, state: 'stored' as const }
    const shown = await open({ knownToday: { value: 4_235, filed: filedToday } })
    for (const words of ['Ya aportó su lectura de hoy', '4,235 m³', sampleFiled.folio, '21 nov 2026, 10:42']) expect(shown.words()).toContain(words)
    expect(field()).toBeNull()
    shown.button('Ver mis consumos').click()
    await settled()
    expect(shown.router.currentRoute.value.path).toBe('/cuenta/consumos')
  })

  it.each([
    ['c1', '/cuenta/reclamaciones/recibida/c1'],
    [null, null],
  ])('leads to the receipt of what was filed in this visit, else nowhere: %s', async (commandId, path) => {
    const filedToday = { commandId, folio: sampleFiled.folio, at: sampleFiled.filedAt, state: 'stored' as const }
    const shown = await open({ knownToday: { value: 4_235, filed: filedToday } })
    expect(shown.buttons().includes('Ver el comprobante')).toBe(path !== null)
    if (path === null) return
    shown.button('Ver el comprobante').click()
    await settled()
    expect(shown.router.currentRoute.value.path).toBe(path)
  })

  it('stands why nothing can be filed at a kiosk that gives no folios', async () => {
    const status = sampleAnswers['kiosk.status']
    const shown = await open({}, { 'kiosk.status': { ...status, filing: 'not-enrolled' } })
    expect(shown.words()).toContain('Este kiosco aún no puede dar folios')
    expect(shown.words()).toContain('haga su trámite en el mostrador')
    expect(shown.words()).not.toMatch(/pregunta|reclamación/u)
    expect(field()).toBeNull()
  })
})

describe('Mis consumos', () => {
  it('leads to the reading, and shows one that is on its way, or has arrived meanwhile, with its folio', async () => {
    const withFiled = (state: 'stored' | 'received') => {
      const consumption = sampleConsumption(sampleAccount)
      const filed = { kind: 'customer' as const, filed: { folio: sampleFiled.folio, state } }
      return { ...consumption, readings: consumption.readings.map((reading, index) => (index === 0 ? { ...reading, ...filed } : reading)) }
    }
    const shown = await mountScreen(ConsumptionView, { overrides: { 'consumption.show': withFiled('stored') }, path: '/cuenta/consumos' })
    expect(shown.screen.get('tbody tr').text()).toContain(`Folio ${sampleFiled.folio}, en camino`)
    shown.kiosk.answer('consumption.show', withFiled('received'))
    shown.kiosk.emit('requests.changed', {})
    await settled()
    expect(shown.screen.get('tbody tr').text()).toContain(`Folio ${sampleFiled.folio}, recibida por la empresa`)
    shown.button('Aportar lectura').click()
    await settled()
    expect(shown.router.currentRoute.value.path).toBe('/cuenta/lectura')
  })
})
