import { describe, expect, it } from 'vitest'
import type { UiLocale } from '../../../renderer/i18n/languages.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import InvoiceDeliveryView from '../../../renderer/views/InvoiceDeliveryView.vue'
import type { InvoiceDeliveryShown } from '../../../shared/contract/invoiceDelivery.ts'
import { failure } from '../../../shared/result.ts'
import { sampleDelivery } from '../../fakes/deliverySamples.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAccount, sampleAnswers, sampleDescription } from '../../fakes/kioskSamples.ts'
import { field, fill, submit } from './formOnScreen.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const open = (change: Partial<InvoiceDeliveryShown> = {}, overrides: Overrides = {}, locale: UiLocale = 'es-MX'): Promise<MountedScreen> =>
  mountScreen(InvoiceDeliveryView, {
    overrides: { 'invoiceDelivery.show': sampleDelivery(sampleAccount, change), ...overrides },
    path: '/cuenta/factura-electronica',
    locale,
  })
const filed = ({ kiosk }: MountedScreen): unknown[] => kiosk.called.filter(({ channel }) => channel === 'requests.file').map(({ request }) => request)
const alerts = (): string[] => [...document.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent ?? '')
async function touch(name: string): Promise<void> {
  const choice = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.includes(name))
  choice?.querySelector('input')?.dispatchEvent(new Event('change', { bubbles: true }))
  await settled()
}
const isTicked = (): boolean | undefined => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked
const privacyNotice = { id: 'privacy', version: '2026-1' }
const formId = expect.stringMatching(/^[0-9a-f-]{36}$/) as string

describe('Factura electrónica', () => {
  it('is asked for at the known address, with the text that was accepted', async () => {
    const shown = await open()
    expect(shown.words()).toContain('Hoy recibe su factura en papel.')
    await touch('Por correo electrónico')
    expect(shown.words()).toContain('A a••••••@correo.com')
    expect(document.querySelector('input[type=text]')).toBeNull()
    await touch('He leído y acepto: Factura electrónica')
    await submit()
    expect(filed(shown)).toEqual([
      {
        kind: 'invoiceDelivery',
        accountId: sampleAccount.id,
        formId,
        privacyNotice,
        delivery: 'email',
        email: '',
        accepted: true,
        consent: { id: 'consent', version: '2026-01' },
      },
    ])
  })

  it('says of e-mail, where the utility knows no address, what to do and offers it, and nothing is sent that would be refused', async () => {
    const shown = await open({ byEmail: null, instead: 'signIn' }, { 'kiosk.describe': { ...sampleDescription, printers: ['documents', 'tickets'] } })
    expect(shown.words()).not.toContain('no tiene un correo')
    await touch('Por correo electrónico')
    expect(shown.words()).toContain('La empresa no tiene un correo de esta cuenta')
    expect(shown.buttons()).toEqual(expect.arrayContaining(['Iniciar sesión', 'Tomar turno']))
    expect(shown.buttons()).not.toContain('Enviar')
    await submit()
    expect(filed(shown)).toEqual([])
    shown.button('Iniciar sesión').click()
    await settled()
    expect(shown.router.currentRoute.value.fullPath).toBe('/sesion?de=/cuenta/factura-electronica')
  })

  it('sends to the counter where the utility publishes no text, and takes paper', async () => {
    const shown = await open({ delivery: 'email', byEmail: null, instead: 'counter' })
    await touch('Por correo electrónico')
    expect(shown.words()).toContain('En este equipo no se puede pedir por correo electrónico')
    expect(shown.buttons()).not.toContain('Iniciar sesión')
    await touch('En papel')
    await submit()
    expect(filed(shown)).toMatchObject([{ delivery: 'paper', consent: null }])
  })

  it('is asked for at an address that is typed, where the utility knows none and the person may give one', async () => {
    const { byEmail } = sampleDelivery(sampleAccount)
    const shown = await open({ byEmail: byEmail && { ...byEmail, address: null } })
    await touch('Por correo electrónico')
    await touch('He leído y acepto')
    await submit()
    expect(alerts()).toEqual(['Falta este dato.'])
    expect(document.activeElement).toBe(field('Correo electrónico'))
    fill('Correo electrónico', 'ana.mendez')
    await submit()
    expect(alerts()).toEqual(['Falta la arroba.'])
    fill('Correo electrónico', 'ana.mendez@example.com')
    await submit()
    expect(filed(shown)).toMatchObject([{ delivery: 'email', email: 'ana.mendez@example.com', accepted: true }])
  })

  it.each<[string, () => Promise<void>, string]>([
    ['nothing chosen', () => Promise.resolve(), 'Elija cómo la quiere recibir.'],
    ['the way that it is', () => touch('En papel'), 'Así la recibe hoy. Elija la otra forma, o salga con Volver.'],
    ['the text not accepted', () => touch('Por correo electrónico'), 'Lea el texto y toque la casilla para aceptarlo.'],
  ])('says what is wrong with %s', async (_case, choose, words) => {
    const shown = await open()
    await choose()
    await submit()
    expect(alerts()).toEqual([words])
    expect(filed(shown)).toEqual([])
  })

  it('shows the text, and takes the tick back when it is another', async () => {
    const shown = await open()
    await touch('Por correo electrónico')
    await touch('He leído y acepto')
    expect(isTicked()).toBe(true)
    const consent = { id: 'consent', version: '2026-02', title: 'Factura electrónica', summary: null, body: 'Otro texto.' }
    shown.kiosk.answer('invoiceDelivery.show', sampleDelivery(sampleAccount, { byEmail: { address: 'a••••••@correo.com', consent } }))
    shown.kiosk.answer('requests.file', failure({ code: 'consent-changed' }))
    await submit()
    expect(shown.words()).toContain('Mientras tanto cambió el texto que se acepta')
    expect(isTicked()).toBe(false)
    const read = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Leer el texto'))
    read?.click()
    await settled()
    expect(document.querySelector('dialog')?.textContent).toContain('Otro texto.')
    expect(document.querySelector('dialog')?.textContent).toContain('Versión 2026-02')
  })

  it('is asked for again in another language, whose text is another', async () => {
    const shown = await open()
    useSession().language = 'en'
    await settled()
    expect(shown.kiosk.called.filter(({ channel }) => channel === 'invoiceDelivery.show').at(-1)?.request).toMatchObject({ language: 'en' })
  })

  it('says what was asked for already, and lets it be taken back', async () => {
    const asked = { delivery: 'email', folio: 'K07-20261121-00428', at: '2026-11-21T16:42:00Z', state: 'received' } as const
    const shown = await open({ asked })
    expect(shown.words()).toContain('pidió recibirla por correo electrónico; su folio es K07-20261121-00428. Hasta que la empresa haga el cambio')
    await touch('En papel')
    await submit()
    expect(filed(shown)).toMatchObject([{ delivery: 'paper' }])
  })

  it('says at a kiosk that gives no folios why there is nothing to send', async () => {
    const shown = await open({}, { 'kiosk.status': { ...sampleAnswers['kiosk.status'], filing: 'not-enrolled' } })
    expect(shown.words()).toContain('Este kiosco aún no puede dar folios')
    expect(document.querySelector('input')).toBeNull()
  })
})
