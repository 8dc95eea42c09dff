import { describe, expect, it } from 'vitest'
import { useContactForm } from '../../../renderer/stores/contactForm.ts'
import ContactView from '../../../renderer/views/ContactView.vue'
import FiledView from '../../../renderer/views/FiledView.vue'
import FolioStateCard from '../../../renderer/areas/requests/FolioState.vue'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAnswers, sampleReceiptJob } from '../../fakes/kioskSamples.ts'
import { failure } from '../../../shared/result.ts'
import { field, fill, submit } from './formOnScreen.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const open = (tema = '', overrides: Overrides = {}): Promise<MountedScreen> =>
  mountScreen(ContactView, { overrides, visitor: true, path: `/contacto${tema && `?tema=${tema}`}` })
const filed = ({ kiosk }: MountedScreen): unknown[] => kiosk.called.filter(({ channel }) => channel === 'contact.file').map(({ request }) => request)
const heading = ({ screen }: MountedScreen): string => screen.get('h1').text()

describe('Contacto', () => {
  it('offers the kinds of message, those that are known in the language of the person', async () => {
    const shown = await open()
    expect(heading(shown)).toBe('Contacto')
    expect(shown.screen.findAll('a').map((link) => [link.attributes('href'), link.text().replace(/\s+/gu, ' ')])).toEqual([
      ['#/contacto?tema=consulta', 'ConsultaSi quiere saber algo'],
      ['#/contacto?tema=opinion', 'OpiniónCómo le hemos atendido'],
      ['#/contacto?tema=fuga', 'Fuga en la calle'],
    ])
  })

  it('waits for the kinds during the first load, and asks again by itself', async () => {
    const status = sampleAnswers['kiosk.status']
    const shown = await open('', { 'contact.topics': failure({ code: 'preparing-data' }), 'kiosk.status': { ...status, data: 'preparing' } })
    expect(shown.words()).toContain('Estamos preparando los datos')
    shown.kiosk.answer('contact.topics', sampleAnswers['contact.topics'])
    shown.kiosk.emit('kiosk.status', status)
    await settled()
    expect(shown.screen.findAll('a')).toHaveLength(3)
  })

  it('says what to do where there are none, and where no folio can be given', async () => {
    expect((await open('', { 'contact.topics': { topics: [] } })).words()).toContain('Todavía no hay temas para elegir')
    document.body.innerHTML = ''
    const shown = await open('consulta', { 'kiosk.status': { ...sampleAnswers['kiosk.status'], filing: 'not-enrolled' } })
    expect(shown.words()).toContain('Este kiosco aún no puede dar folios')
    expect(document.querySelector('input')).toBeNull()
  })

  it('says beside each field what is missing: an answer needs a way', async () => {
    const shown = await open('consulta')
    expect(heading(shown)).toBe('Contacto: Consulta')
    expect(shown.words()).toContain('Opcional. Está en su recibo.')
    await submit()
    for (const words of ['Escriba su nombre.', 'Escriba su mensaje.', 'Escriba su correo o su teléfono']) expect(shown.words()).toContain(words)
    expect(document.activeElement).toBe(field('Nombre'))
    expect(filed(shown)).toEqual([])
  })

  it('is sent as it was typed, and leads to its folio', async () => {
    const shown = await open('consulta')
    expect(shown.words()).toContain('Usamos sus datos solo para')
    fill('Nombre', 'Ana')
    fill('Número de cuenta', '40989917-7')
    fill('Descripción', '¿A qué hora abren?')
    fill('Teléfono', '81 8340 0000')
    await submit()
    expect(filed(shown)).toEqual([
      {
        formId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        topicId: 'consulta',
        name: 'Ana',
        accountNumber: '40989917-7',
        message: '¿A qué hora abren?',
        email: '',
        phone: '81 8340 0000',
        noticeOf: null,
        privacyNotice: { id: 'privacy', version: '2026-1' },
      },
    ])
    expect(shown.router.currentRoute.value.path).toBe('/contacto/recibida/c1')
  })

  it('asks for no way to answer an opinion', async () => {
    const shown = await open('opinion')
    fill('Nombre', 'Ana')
    fill('Descripción', 'Muy bien.')
    await submit()
    expect(filed(shown)).toMatchObject([{ topicId: 'opinion', email: '', phone: '' }])
  })

  it('shows whom to call about a leak before anything else', async () => {
    const shown = await open('fuga')
    expect(heading(shown)).toBe('¿Es una emergencia?')
    shown.button(/^Ya llamé/).click()
    await settled()
    expect(heading(shown)).toBe('Contacto: Fuga en la calle')
  })

  it('keeps what was typed when no more may be written, in another kind of message, and not after the visit', async () => {
    const shown = await open('consulta')
    fill('Nombre', 'Ana')
    fill('Descripción', 'Hola')
    fill('Correo electrónico', 'ana@correo.com')
    shown.kiosk.fail('contact.file', { code: 'message-limit' })
    await submit()
    expect(shown.screen.get('[role="alert"]').text()).toContain('Ya no se pueden escribir más mensajes aquí por ahora.')
    await shown.router.replace('/contacto?tema=opinion')
    await settled()
    expect(heading(shown)).toBe('Contacto: Opinión')
    expect(field('Descripción').value).toBe('Hola')
    shown.kiosk.emit('session.ended', { reason: 'idle' })
    expect(useContactForm().draft).toMatchObject({ name: '', message: '', email: '' })
  })
})

describe('what was filed without an account', () => {
  it('is printed and left without one', async () => {
    const shown = await mountScreen(FiledView, {
      props: { id: 'c1' },
      visitor: true,
      path: '/contacto/recibida/c1',
      overrides: { 'printing.print': sampleReceiptJob },
    })
    shown.button('Imprimir comprobante').click()
    await settled()
    expect(shown.router.currentRoute.value.path).toBe('/contacto/imprimir/j9')
    shown.button('Ir al inicio').click()
    await settled()
    expect(shown.router.currentRoute.value.path).toBe('/')
  })

  it('that was answered is not looked for in an account’s list', async () => {
    const state = { ...sampleAnswers['requests.byFolio'], state: 'resolved' as const }
    const contact = await mountScreen(FolioStateCard, { props: { state: { ...state, kind: 'contact' } } })
    expect(contact.words()).toContain('muestre este folio en el mostrador')
    document.body.innerHTML = ''
    const claim = await mountScreen(FolioStateCard, { props: { state } })
    expect(claim.words()).toContain('está en Preguntas y reclamaciones')
  })
})
