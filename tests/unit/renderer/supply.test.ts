import { afterEach, describe, expect, it } from 'vitest'
import type { UiLocale } from '../../../renderer/i18n/languages.ts'
import { useHolderForm } from '../../../renderer/stores/holderForm.ts'
import { useReconnectionForm } from '../../../renderer/stores/reconnectionForm.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import HolderChangeView from '../../../renderer/views/HolderChangeView.vue'
import ReconnectionView from '../../../renderer/views/ReconnectionView.vue'
import SupplyView from '../../../renderer/views/SupplyView.vue'
import type { SupplyRequests } from '../../../shared/contract/supply.ts'
import { failure } from '../../../shared/result.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAccount, sampleAnswers } from '../../fakes/kioskSamples.ts'
import { sampleReconnection, sampleSupply } from '../../fakes/supplySamples.ts'
import { choose, combobox, field, fill, options, submit } from './formOnScreen.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const ways = { solicitudes: SupplyView, reconexion: ReconnectionView, titular: HolderChangeView }
const open = (way: keyof typeof ways, change: Partial<SupplyRequests> = {}, overrides: Overrides = {}, locale: UiLocale = 'es-MX'): Promise<MountedScreen> =>
  mountScreen(ways[way], { overrides: { 'supply.show': sampleSupply(sampleAccount, change), ...overrides }, path: `/cuenta/solicitudes/${way}`, locale })
const filed = ({ kiosk }: MountedScreen): unknown[] => kiosk.called.filter(({ channel }) => channel === 'requests.file').map(({ request }) => request)
const heading = ({ screen }: MountedScreen): string => screen.get('h1').text()
const formId = expect.stringMatching(/^[0-9a-f-]{36}$/) as string
const withTickets = { 'kiosk.describe': { ...sampleAnswers['kiosk.describe'], printers: ['documents' as const, 'tickets' as const] } }
const privacyNotice = { id: 'privacy', version: '2026-1' }

afterEach(() => {
  document.body.innerHTML = ''
})

describe('Solicitudes de suministro', () => {
  it('leads to both requests while nothing was filed', async () => {
    const shown = await open('solicitudes')
    expect(shown.words()).toContain('Todavía no ha presentado ninguna')
    expect(shown.screen.findAll('a').map((link) => link.attributes('href'))).toEqual(['#/cuenta/solicitudes/reconexion', '#/cuenta/solicitudes/titular'])
  })

  it('shows what was filed with its state, by its kind where it has no topic, and asks again when something changed', async () => {
    const shown = await open('solicitudes', { requests: [sampleReconnection] })
    const row = () => shown.screen.get('li').text().replace(/\s+/gu, ' ')
    expect(row()).toMatch(/^Reconexión ?Guardada en este kiosco, se enviará/u)
    expect(row()).toContain('K07-20261121-00436')
    shown.kiosk.answer(
      'supply.show',
      sampleSupply(sampleAccount, { requests: [{ ...sampleReconnection, topic: 'Reconexión del servicio', state: 'received' }] }),
    )
    shown.kiosk.emit('requests.changed', {})
    await settled()
    expect(row()).toMatch(/^Reconexión del servicio ?Reconexión ?Recibida/u)
    shown.kiosk.answer('supply.show', sampleSupply(sampleAccount, { requests: [{ ...sampleReconnection, topic: 'Reconexión', state: 'received' }] }))
    shown.kiosk.emit('requests.changed', {})
    await settled()
    expect(row()).toMatch(/^Reconexión ?Recibida/u)
  })

  it.each(['solicitudes', 'reconexion', 'titular'] as const)('says at a kiosk that gives no folios why there is nothing to send: %s', async (way) => {
    const shown = await open(way, {}, { 'kiosk.status': { ...sampleAnswers['kiosk.status'], filing: 'not-enrolled' } })
    expect(shown.words()).toContain('Este kiosco aún no puede dar folios')
    expect(shown.words()).not.toContain('Elija aquí abajo')
    expect(document.querySelector('input')).toBeNull()
    expect(shown.screen.findAll('a[href*=solicitudes]')).toEqual([])
  })
})

describe('Reconexión', () => {
  it.each<[Partial<SupplyRequests>, string]>([
    [{}, 'el suministro de esta cuenta está activo. No hay nada por pagar.'],
    [{ totalOwed: -500 }, 'No hay nada por pagar.'],
    [{ pendingInvoices: 1 }, 'está activo. Queda 1 factura por pagar.'],
    [{ pendingInvoices: 2, outdatedInvoices: 1 }, 'está activo. Quedan 2 facturas por pagar.'],
    [{ outdatedInvoices: 1 }, 'está activo. La empresa modificó una factura: pregunte en el mostrador si queda algo por pagar.'],
    [{ account: { ...sampleAccount, status: 'suspended' }, totalOwed: 128_450 }, 'está suspendido. Quedan $1,284.50 por pagar.'],
    [{ account: { ...sampleAccount, status: 'closed' } }, 'esta cuenta está cerrada. Pregunte en el mostrador antes de continuar.'],
    [{ requests: [sampleReconnection] }, 'Ya la pidió el 21 de noviembre de 2026; su folio es K07-20261121-00436.'],
  ])('says what the data say, and nothing more: %#', async (change, words) => {
    const shown = await open('reconexion', change)
    expect(shown.words()).toContain(words)
    expect(field('Teléfono')).toBeDefined()
  })

  it.each([
    ['stored', 'Guardada en este kiosco, se enviará Se envía sola'],
    ['inProgress', 'En proceso La empresa la está atendiendo'],
    ['waitingCustomer', 'Esperamos algo de usted Pregunte en el mostrador qué falta'],
    ['setAside', 'Pase con un ejecutivo La empresa necesita verla con usted.'],
  ] as const)('says how the one stands that was asked for already: %s', async (state, words) => {
    const request = { ...sampleReconnection, state }
    const shown = await open('reconexion', { requests: [request] }, withTickets)
    expect(shown.words()).toContain(words)
    expect(shown.buttons().includes('Tomar turno')).toBe(state === 'setAside')
  })

  it('offers a turn for an account that is closed', async () => {
    const shown = await open('reconexion', { account: { ...sampleAccount, status: 'closed' } }, withTickets)
    expect(shown.buttons()).toContain('Tomar turno')
  })

  it('shows a number as it is written where the account is', async () => {
    const uruguayan = { ...sampleAccount, conventions: { ...sampleAccount.conventions, currency: 'UYU', locale: 'es-UY' } }
    const shown = await open('reconexion', { account: uruguayan }, {}, 'en')
    useSession().zoneId = 'mvd'
    await settled()
    expect(shown.words()).toContain('For example, 2345 6789.')
  })

  it.each(['resolved', 'rejected'] as const)('does not tell of one that is over: %s', async (state) => {
    const shown = await open('reconexion', { requests: [{ ...sampleReconnection, state }] })
    expect(shown.words()).not.toContain('Ya la pidió')
  })

  it('says beside each field what is missing, and goes to the first', async () => {
    const shown = await open('reconexion')
    await submit()
    expect(shown.words()).toContain('Elija el motivo.')
    expect(shown.words()).toContain('Falta este dato.')
    expect(document.activeElement).toBe(combobox('Motivo'))
    expect(filed(shown)).toEqual([])
  })

  it('is sent as it was typed, and leads to its folio', async () => {
    const shown = await open('reconexion')
    expect(options('Motivo').map(({ textContent }) => textContent)).toEqual(['Ya pagué', 'Yo pedí el corte', 'Otro motivo'])
    await choose('Motivo', 'Ya pagué')
    fill('Teléfono', '81 8340 0000')
    fill('Notas', 'Pagué ayer.')
    await submit()
    expect(filed(shown)).toEqual([
      { kind: 'reconnection', accountId: 'a1', formId, reason: 'paidDebt', phone: '81 8340 0000', notes: 'Pagué ayer.', privacyNotice },
    ])
    expect(shown.router.currentRoute.value.path).toBe('/cuenta/reclamaciones/recibida/c1')
    expect(useReconnectionForm().draft.phone).toBe('')
  })

  it('keeps what was typed when it could not be filed, and nothing of it after the visit', async () => {
    const shown = await open('reconexion')
    await choose('Motivo', 'Otro')
    fill('Teléfono', '81 8340 0000')
    shown.kiosk.fail('requests.file', { code: 'cannot-store' })
    await submit()
    expect(shown.screen.get('[role="alert"]').text()).toContain('no puede guardar nada por ahora')
    expect(field('Teléfono').value).toBe('81 8340 0000')
    shown.kiosk.emit('session.ended', { reason: 'idle' })
    expect(useReconnectionForm().draft).toMatchObject({ reason: '', phone: '', notes: '' })
  })
})

describe('Cambio de titular', () => {
  async function name(number = 'HEGG560427MVZRRL04'): Promise<void> {
    fill('Nombre', 'Ana')
    fill('Apellido paterno', 'Méndez')
    await choose('Tipo de documento', 'CURP')
    fill('Número de documento', number)
    await submit()
  }

  it('asks of a person what is needed, field by field', async () => {
    const shown = await open('titular')
    await submit()
    expect(heading(shown)).toBe('Cambio de titular')
    const wrong = [...document.querySelectorAll('.wrong label, .wrong .label')].map(({ textContent }) => textContent)
    expect(wrong).toEqual(['Nombre', 'Apellido paterno', 'Tipo de documento', 'Número de documento'])
    expect(document.activeElement).toBe(field('Nombre'))
  })

  it('asks no company for family names, nor for a document when there is only one', async () => {
    const shown = await open('titular')
    fill('Nombre', 'Ana')
    shown.button('Empresa').click()
    await settled()
    expect(shown.button('Empresa').getAttribute('aria-pressed')).toBe('true')
    for (const label of ['Nombre', 'Apellido paterno', 'Apellido materno']) expect(() => field(label)).toThrow()
    expect(combobox('Tipo de documento').textContent).toContain('RFC')
    fill('Nombre de la empresa', 'Hotel Sol, S.A.')
    fill('Número de documento', 'HSO010203AB1')
    await submit()
    expect(heading(shown)).toBe('Revise su solicitud')
    fill('Correo electrónico', 'ana@correo.com')
    fill('Teléfono', '81 8340 0000')
    await submit()
    expect(filed(shown)).toEqual([
      {
        kind: 'holderChange',
        accountId: 'a1',
        formId,
        holderKind: 'company',
        givenNames: '',
        familyName: '',
        secondFamilyName: '',
        companyName: 'Hotel Sol, S.A.',
        documentType: 'RFC',
        documentNumber: 'HSO010203AB1',
        email: 'ana@correo.com',
        phone: '81 8340 0000',
        effectiveOn: '21/11/2026',
        privacyNotice,
      },
    ])
    expect(shown.router.currentRoute.value.path).toBe('/cuenta/reclamaciones/recibida/c1')
  })

  it('keeps what was typed for a person while a company is chosen, and takes nothing of it for the company', async () => {
    const shown = await open('titular')
    fill('Nombre', 'Ana')
    fill('Número de documento', 'HEGG560427MVZRRL04')
    await settled()
    shown.button('Empresa').click()
    await settled()
    expect(field('Número de documento').value).toBe('')
    await submit()
    expect(shown.words()).toContain('Falta este dato.')
    fill('Número de documento', 'HSO010203AB1')
    await settled()
    expect(field('Número de documento').closest('.wrong')).toBeNull()
    shown.button('Persona').click()
    await settled()
    expect(field('Nombre').value).toBe('Ana')
    expect(field('Número de documento').value).toBe('HEGG560427MVZRRL04')
  })

  it('leads from the last name on to the document', async () => {
    const shown = await open('titular')
    const enter = (name: string) => field(name).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    enter('Apellido materno')
    expect(document.activeElement).toBe(combobox('Tipo de documento'))
    shown.button('Empresa').click()
    await settled()
    enter('Nombre de la empresa')
    expect(document.activeElement).toBe(combobox('Tipo de documento'))
  })

  it('stops at the choice of the document with *Siguiente* too, and types behind it', async () => {
    const shown = await open('titular')
    field('Apellido materno').focus()
    shown.button('Siguiente').click()
    expect(document.activeElement).toBe(combobox('Tipo de documento'))
    shown.button('a').click()
    await settled()
    expect(document.activeElement).toBe(field('Número de documento'))
    expect(field('Apellido materno').value).toBe('')
  })

  it('says for which account, what is owed, and that another holder was asked for already', async () => {
    const asked = { ...sampleReconnection, kind: 'holderChange' as const, state: 'received' as const }
    const shown = await open('titular', { totalOwed: 128_450, requests: [sampleReconnection, asked] })
    expect(shown.words()).toContain('Cuenta 40989917-7')
    expect(shown.words()).toContain('Quedan $1,284.50 por pagar.')
    expect(shown.words()).toContain('Ya lo pidió el 21 de noviembre de 2026; su folio es K07-20261121-00436.Recibida')
    expect(shown.words()).not.toContain('Ya la pidió')
    await name()
    expect(heading(shown)).toBe('Revise su solicitud')
    expect(shown.words()).toContain('Cuenta 40989917-7')
  })

  it('shows for a last look what will be filed', async () => {
    const shown = await open('titular')
    fill('Apellido materno', '-')
    await name('hegg 560427\u200Bmvzrrl04')
    expect(shown.words()).toContain('CURP HEGG 560427MVZRRL04')
    expect(shown.screen.get('.name').text()).toBe('Ana Méndez')
  })

  it('begins today, also when midnight has passed meanwhile, unless another day was chosen', async () => {
    const shown = await open('titular')
    await name()
    fill('Correo electrónico', 'ana@correo.com')
    fill('Teléfono', '81 8340 0000')
    shown.kiosk.answer('supply.show', sampleSupply(sampleAccount, { today: '2026-11-22' }))
    await submit()
    expect(filed(shown)).toMatchObject([{ effectiveOn: '22/11/2026' }])
  })

  it('keeps a day that was chosen when the date of the zone changes', async () => {
    const shown = await open('titular')
    await name()
    fill('A partir de', '25/11/2026')
    shown.kiosk.answer('supply.show', sampleSupply(sampleAccount, { today: '2026-11-22' }))
    shown.kiosk.emit('requests.changed', {})
    await settled()
    expect(field('A partir de').value).toBe('25/11/2026')
  })

  it('lets a touched day be replaced by eight touches', async () => {
    const shown = await open('titular')
    await name()
    const day = field('A partir de')
    day.focus()
    day.click()
    for (const digit of '01122026') shown.button(digit).click()
    await settled()
    expect(day.value).toBe('01/12/2026')
  })

  it('warns of a day that is more than a year away, and lets go on', async () => {
    const shown = await open('titular')
    await name()
    expect(shown.words()).not.toContain('más de un año')
    fill('A partir de', '31/12/2062')
    await settled()
    expect(shown.screen.get('[role=status]:has(.doubt)').text()).toContain('Falta más de un año para ese día.')
    fill('Correo electrónico', 'ana@correo.com')
    fill('Teléfono', '81 8340 0000')
    await submit()
    expect(filed(shown)).toMatchObject([{ effectiveOn: '31/12/2062' }])
  })

  it('warns of a number that looks mistyped, and lets go on', async () => {
    const shown = await open('titular')
    await name('HEGG560427MVZRRL05')
    expect(heading(shown)).toBe('Revise su solicitud')
    expect(shown.words()).toContain('CURP HEGG560427MVZRRL05')
    expect(shown.words()).toContain('alguna no coincide')
    fill('Correo electrónico', 'ana@correo.com')
    fill('Teléfono', '81 8340 0000')
    await submit()
    expect(filed(shown)).toMatchObject([{ holderKind: 'person', documentNumber: 'HEGG560427MVZRRL05', secondFamilyName: '' }])
  })

  it('says the day in words, in the zone’s own way of writing it', async () => {
    const shown = await open('titular')
    await name()
    expect(shown.words()).not.toContain('alguna no coincide')
    expect(field('A partir de').value).toBe('21/11/2026')
    fill('A partir de', '1/12/2026')
    await settled()
    expect(shown.words()).toContain('Será el 1 de diciembre de 2026.')
    fill('A partir de', 'ma')
    await settled()
    expect(shown.words()).toContain('Día, mes y año, por ejemplo 21/11/2026.')
  })

  it('shows what the main process finds wrong where it can be mended', async () => {
    const shown = await open('titular')
    await name()
    shown.kiosk.answer('requests.file', failure({ code: 'invalid-fields', fields: [{ field: 'effectiveOn', problem: 'date-past', day: '2026-11-22' }] }))
    await submit()
    expect(heading(shown)).toBe('Revise su solicitud')
    expect(shown.words()).toContain('Ese día ya pasó. Puede pedirlo a partir del 22 de noviembre de 2026.')
    expect(document.activeElement).toBe(field('A partir de'))
    shown.kiosk.answer('requests.file', failure({ code: 'invalid-fields', fields: [{ field: 'documentType', problem: 'unknown-document' }] }))
    await submit()
    expect(heading(shown)).toBe('Cambio de titular')
    expect(shown.words()).toContain('Elija un documento de la lista.')
    expect(field('Nombre').value).toBe('Ana')
  })

  it('keeps what is typed within the visit, and nothing of it after', async () => {
    const shown = await open('titular')
    await name()
    const form = useHolderForm()
    expect(form.draft.givenNames).toBe('Ana')
    shown.kiosk.emit('session.ended', { reason: 'idle' })
    expect(form.draft).toMatchObject({ givenNames: '', documentNumber: '', effectiveOn: '' })
  })
})
