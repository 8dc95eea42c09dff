import { describe, expect, it } from 'vitest'
import type { UiLocale } from '../../../renderer/i18n/languages.ts'
import { useRequests } from '../../../renderer/stores/requests.ts'
import { useKiosk } from '../../../renderer/stores/kiosk.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import FiledView from '../../../renderer/views/FiledView.vue'
import RequestsView from '../../../renderer/views/RequestsView.vue'
import type { KioskStatus } from '../../../shared/contract/kiosk.ts'
import type { FiledRequest, RequestState } from '../../../shared/contract/requests.ts'
import { sampleAccount, sampleAnswers, sampleJob } from '../../fakes/kioskSamples.ts'
import { sampleFiled, sampleRequests } from '../../fakes/requestSamples.ts'
import { mountScreen, settled } from './mountScreen.ts'
import { withTickets } from './supplyOnScreen.ts'

const status = (now: Partial<KioskStatus>): KioskStatus => ({ ...sampleAnswers['kiosk.status'], ...now })
const listed = (requests: typeof sampleRequests) => ({ 'requests.list': { account: sampleAccount, requests } })
const showFiled = (filed: Partial<FiledRequest> = {}, now: Partial<KioskStatus> = {}) =>
  mountScreen(FiledView, { props: { id: 'c1' }, overrides: { 'requests.filed': { ...sampleFiled, ...filed }, 'kiosk.status': status(now) } })

describe('Preguntas y reclamaciones', () => {
  it('lists those filed as they come, each with its folio, dates and answer', async () => {
    const { screen } = await mountScreen(RequestsView)
    expect(screen.get('h1').text()).toBe('Preguntas y reclamaciones')
    const rows = screen.findAll('li').map((row) => row.text().replace(/\s+/gu, ' '))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('Consumo elevado')
    expect(rows[0]).toContain('Guardada en este kiosco, se enviará')
    expect(rows[0]).toContain('K07-20261121-00428')
    expect(rows[0]).not.toContain('Respuesta')
    expect(rows[1]).toContain('SOL-2026-000128')
    expect(rows[1]).toContain('16 de octubre de 2026')
    expect(rows[1]).toContain('El precio se publica cada mes.')
  })

  it.each<[RequestState, string]>([
    ['stored', 'Guardada en este kiosco, se enviará'],
    ['setAside', 'Pase con un ejecutivo'],
    ['closed', 'Cerrada'],
    ['received', 'Recibida'],
    ['inProgress', 'En proceso'],
    ['waitingCustomer', 'Esperamos algo de usted'],
    ['resolved', 'Resuelta'],
    ['rejected', 'No procedió'],
  ])('says %s in words', async (state, words) => {
    const one = sampleRequests.slice(0, 1).map((request) => ({ ...request, state }))
    const { screen } = await mountScreen(RequestsView, { overrides: listed(one) })
    expect(screen.get('li').text()).toContain(words)
  })

  it('says what can be done while there is nothing', async () => {
    const { words } = await mountScreen(RequestsView, { overrides: listed([]) })
    expect(words()).toContain('Todavía no ha presentado ninguna')
  })

  it('S04 shows markup in a topic and an answer as the text that it is', async () => {
    const hostile = sampleRequests.map((request) => ({ ...request, topic: '<img src=x onerror=alert(1)>', answer: '<b>sí</b>' }))
    const { screen } = await mountScreen(RequestsView, { overrides: listed(hostile) })
    expect(screen.find('img').exists()).toBe(false)
    expect(screen.get('li').text()).toContain('<img src=x onerror=alert(1)>')
    expect(screen.get('li').text()).toContain('<b>sí</b>')
  })

  it('leads to a new question, a new request and a new claim', async () => {
    const { button, router } = await mountScreen(RequestsView)
    button('Nueva pregunta').click()
    await settled()
    expect(router.currentRoute.value.fullPath).toBe('/cuenta/reclamaciones/nueva?tipo=pregunta')
    button('Nuevo trámite').click()
    await settled()
    expect(router.currentRoute.value.fullPath).toBe('/cuenta/solicitudes')
    button('Nueva reclamación').click()
    await settled()
    expect(router.currentRoute.value.fullPath).toBe('/cuenta/reclamaciones/nueva?tipo=reclamacion')
  })

  it.each([
    ['not-enrolled', 'aún no puede dar folios'],
    ['other-machine', 'está en revisión y no puede dar folios'],
  ] as const)('offers the counter instead while filing is %s', async (filing, why) => {
    const { words, buttons } = await mountScreen(RequestsView, { overrides: { 'kiosk.status': status({ filing }) } })
    expect(words()).toContain(why)
    expect(words()).toContain('en el mostrador')
    expect(buttons()).toEqual([])
  })

  it('asks again when something changed', async () => {
    const { kiosk, words } = await mountScreen(RequestsView)
    kiosk.answer('requests.list', { account: sampleAccount, requests: sampleRequests.map((request) => ({ ...request, state: 'received' })) })
    kiosk.emit('requests.changed', {})
    await settled()
    expect(words()).toContain('Recibida')
  })

  it('S13 forgets them with the visitor, and asks no more', async () => {
    const { kiosk } = await mountScreen(RequestsView)
    kiosk.emit('session.ended', { reason: 'idle' })
    expect(useRequests().list).toBeNull()
    const before = kiosk.called.length
    kiosk.emit('requests.changed', {})
    await settled()
    expect(kiosk.called).toHaveLength(before)
  })
})

describe('Recibimos su solicitud', () => {
  it('shows the folio and when it was given, at the branch', async () => {
    const { screen, words } = await showFiled()
    expect(screen.get('h1').text()).toBe('Recibimos su solicitud')
    expect(words()).toContain('K07-20261121-00428')
    expect(words()).toContain('Presentada el 21 nov 2026, 10:42')
  })

  it('says no more than that it is being sent, then shows the number and date of the utility', async () => {
    const { kiosk, words } = await showFiled()
    expect(words()).toContain('La estamos enviando')
    expect(words()).not.toContain('Folio de la empresa')
    kiosk.answer('requests.filed', { ...sampleFiled, state: 'received', utilityFolio: 'SOL-2026-000131', answerDueOn: '2026-12-05' })
    kiosk.emit('requests.changed', {})
    await settled()
    expect(words()).toContain('SOL-2026-000131')
    expect(words()).toContain('5 de diciembre de 2026')
    expect(words()).not.toContain('La estamos enviando')
  })

  it('promises an answer only of what is answered', async () => {
    const answered = await showFiled({ kind: 'question' })
    expect(answered.words()).toContain('aquí verá su número y la fecha de respuesta')
    for (const kind of ['reading', 'contactDetails'] as const) {
      const { words } = await showFiled({ kind })
      expect(words()).toContain('aquí verá su número. No tiene que esperar.')
      expect(words()).not.toContain('respuesta')
    }
  })

  it('says offline that it waits for the network and that today counts', async () => {
    const { words } = await showFiled({}, { online: false })
    expect(words()).toContain('Guardada en este kiosco')
    expect(words()).toContain('Se enviará en cuanto haya conexión. La fecha que cuenta es la de hoy.')
    expect(words()).not.toContain('enviando')
  })

  it('sends the person to the counter with what was set aside', async () => {
    const { words } = await showFiled({ state: 'setAside' })
    expect(words()).toContain('Pase con un ejecutivo')
    expect(words()).toContain('Muestre este folio en el mostrador')
  })

  it.each<[UiLocale, string, string]>([
    ['es-MX', 'Cerrada', 'La atendió el personal. Si tiene dudas, pregunte en el mostrador.'],
    ['es-UY', 'Cerrada', 'La atendió el personal. Si tiene dudas, pregunte en el mostrador.'],
    ['en', 'Closed', 'Staff have seen to it. If in doubt, ask at the counter.'],
    ['pt', 'Encerrada', 'O pessoal cuidou dela. Em caso de dúvida, pergunte no balcão.'],
  ])('says in %s of what staff closed that they saw to it, and sends nobody to wait', async (locale, tag, next) => {
    const { screen, words, buttons } = await mountScreen(FiledView, {
      props: { id: 'c1' },
      overrides: { 'requests.filed': { ...sampleFiled, state: 'closed' }, ...withTickets },
      locale,
    })
    expect(screen.get('.tag').classes()).toContain('neutral')
    expect(screen.get('.tag').text()).toBe(tag)
    expect(words()).toContain(next)
    expect(buttons().filter((name) => /turno|number|senha/iu.test(name))).toEqual([])
  })

  it('says after a leak that nobody is alerted, and whom to call', async () => {
    const { screen } = await showFiled({ emergency: true })
    const alarm = screen.get('[role="alert"]').text()
    expect(alarm).toContain('no avisa a ninguna cuadrilla')
    expect(alarm).toContain('huele a gas, salga y llame al 81 8111 2233')
  })

  it.each([
    ['qro', 'cierre la llave de paso y llame al 442 211 2233'],
    ['mvd', 'huele a gas, salga y llame al 0800 1234'],
  ])('says after a leak of a customer of %s what that service asks for', async (zoneId, said) => {
    const { screen } = await showFiled({ emergency: true })
    useSession().zoneId = zoneId
    await settled()
    const alarm = screen.get('[role="alert"]').text()
    expect(alarm).toContain(said)
    if (zoneId === 'qro') expect(alarm).not.toMatch(/gas|salga/u)
  })

  it('prints the receipt once, whatever the number of touches', async () => {
    const { kiosk, button, router } = await showFiled()
    kiosk.answer('printing.print', { ...sampleJob, id: 'j7' })
    button('Imprimir comprobante').click()
    button('Imprimir comprobante').click()
    await settled()
    expect(kiosk.called.filter(({ channel }) => channel === 'printing.print')).toEqual([
      { channel: 'printing.print', request: { document: { kind: 'receipt', commandId: 'c1' } } },
    ])
    expect(router.currentRoute.value.fullPath).toBe('/imprimir/j7')
  })

  it('says why no receipt is printed, and prints it in place when that is over', async () => {
    const { kiosk, button, words, router } = await showFiled()
    kiosk.fail('printing.print', { code: 'cannot-store' })
    button('Imprimir comprobante').click()
    await settled()
    expect(words()).toContain('Este equipo no puede guardar')
    kiosk.fail('printing.print')
    kiosk.answer('printing.print', { ...sampleJob, id: 'j7' })
    button('Reintentar').click()
    await settled()
    expect(router.currentRoute.value.fullPath).toBe('/imprimir/j7')
  })

  it('lets the person copy the folio while there is no printer', async () => {
    const { words } = await mountScreen(FiledView, { props: { id: 'c1' }, overrides: { 'printing.printer': { state: 'offline', attention: [] } } })
    expect(words()).toContain('Anote su folio o tómele una foto.')
  })

  it('is not the next visitor’s', async () => {
    const { kiosk, words } = await showFiled()
    kiosk.fail('requests.filed', { code: 'not-allowed' })
    kiosk.emit('session.ended', { reason: 'finished' })
    await settled()
    expect(words()).not.toContain('K07-20261121-00428')
    expect(useKiosk().online).toBe(true)
  })
})
