import { describe, expect, it } from 'vitest'
import { useReconnectionForm } from '../../../renderer/stores/reconnectionForm.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import type { SupplyRequests } from '../../../shared/contract/supply.ts'
import { sampleAccount, sampleAnswers } from '../../fakes/kioskSamples.ts'
import { sampleReconnection, sampleSupply } from '../../fakes/supplySamples.ts'
import { choose, combobox, field, fill, options, submit } from './formOnScreen.ts'
import { settled } from './mountScreen.ts'
import { filed, formId, open, privacyNotice, withTickets } from './supplyOnScreen.ts'

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

  it.each(['closed', 'resolved', 'rejected'] as const)('does not tell of one that is over: %s', async (state) => {
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
