import { describe, expect, it } from 'vitest'
import { uiLocales } from '../../../renderer/i18n/languages.ts'
import PaymentsView from '../../../renderer/views/PaymentsView.vue'
import type { PaymentSummary } from '../../../shared/contract/payments.ts'
import { sampleAccount, sampleJob } from '../../fakes/kioskSamples.ts'
import { aPaymentSummary, samplePayments } from '../../fakes/paymentSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen, settled } from './mountScreen.ts'

const show = (payments: PaymentSummary[], options: object = {}) =>
  mountScreen(PaymentsView, { overrides: { 'payments.list': samplePayments(sampleAccount, payments) }, path: '/cuenta/pagos', ...options })

describe('Mis pagos', () => {
  it('says of each when, how much, how and by which reference, and leads to its invoice', async () => {
    const { screen, words } = await show([aPaymentSummary()])
    expect(screen.get('h1').text()).toBe('Mis pagos')
    await eventually(() => expect(screen.findAll('li')).toHaveLength(1))
    expect(words()).toContain('18 nov 2026$1,284.50En banco: BBVAReferencia 81040989917404325030')
    const link = screen.get('a[href="#/cuenta/facturas/i2"]')
    expect(link.text()).toBe('Factura DM 4031 7781, sep 2026')
  })

  it.each([
    [{ way: 'store', place: 'OXXO' }, 'En tienda: OXXO'],
    [{ way: 'network', place: 'Abitab' }, 'En red de cobranza: Abitab'],
    [{ way: 'counter', place: 'ventanilla' }, 'En ventanilla de la empresa'],
    [{ way: 'directDebit', place: 'débito automático' }, 'Por débito automático'],
    [{ way: 'other', place: 'Farmacias Azul' }, 'Por medio de: Farmacias Azul'],
    [{ way: 'unknown', place: '' }, 'La empresa no dice cómo se pagó.'],
    [{ standing: { kind: 'returned', on: '2026-11-20' } }, 'se anuló el 20 de noviembre de 2026: ya no cuenta como pago.'],
    [{ amount: -128_450, standing: { kind: 'return' } }, 'No es un pago'],
    [{ standing: { kind: 'perhapsReturned', on: '2026-11-20' } }, 'un pago de este importe, y la empresa no dice cuál. Pregunte en el mostrador.'],
    [{ standing: { kind: 'outdated' } }, 'La empresa modificó este pago'],
    [{ invoices: [], invoiceCount: 0 }, 'La empresa no dice qué factura se pagó.'],
    [{ invoices: [{ number: 'ZZ 1', known: null }], invoiceCount: 1 }, 'Factura ZZ 1 (no está en este kiosco)'],
    [{ invoiceCount: 3 }, 'y 2 facturas más; el comprobante las dice todas'],
    [{ invoiceCount: 2 }, 'y 1 factura más; el comprobante las dice todas'],
  ] as const satisfies [Partial<PaymentSummary>, string][])('%j', async (change, said) => {
    const { words } = await show([aPaymentSummary(change)])
    await eventually(() => expect(words()).toContain(said))
  })

  it('a payment as recorded has neither tag nor warning', async () => {
    const { screen, words } = await show([aPaymentSummary()])
    await eventually(() => expect(screen.findAll('li')).toHaveLength(1))
    for (const word of ['Devuelto', 'Pago revertido', 'Por aclarar', 'Modificado', 'más; el comprobante']) expect(words()).not.toContain(word)
  })

  it('tells the controls of two payments of one day and amount apart', async () => {
    const again = aPaymentSummary({ id: 'pay-2', way: 'counter', place: 'ventanilla' })
    const { buttons } = await show([again, aPaymentSummary(), aPaymentSummary({ id: 'pay-3', amount: 1_00 })])
    await eventually(() => expect(buttons()).toHaveLength(6))
    expect(new Set(buttons()).size).toBe(6)
    expect(buttons()).toContain('Imprimir comprobante 18 nov 2026, $1.00')
  })

  it('says so when nothing was paid, in every language', async () => {
    const { words } = await show([])
    expect(words()).toContain('No existen pagos emitidos para el punto de suministro.')
    for (const locale of uiLocales) {
      document.body.innerHTML = ''
      const { screen, buttons } = await show([], { locale })
      expect(screen.get('h2').text()).not.toContain('payments.')
      expect(buttons()).toEqual([])
    }
  })

  it('says that it shows the newest of more', async () => {
    const list = { ...samplePayments(sampleAccount), count: 1_400 }
    const { words } = await mountScreen(PaymentsView, { overrides: { 'payments.list': list } })
    await eventually(() => expect(words()).toContain('Aquí están los 1 más recientes'))
  })

  it('prints the proof of the one that was touched, and goes to where that is told', async () => {
    const other = aPaymentSummary({ id: 'pay-2', paidOn: '2026-10-02', amount: 99_00 })
    const { button, kiosk, router } = await show([aPaymentSummary(), other])
    await eventually(() => button(/^Imprimir comprobante 2 oct 2026, \$99\.00$/).click())
    await settled()
    expect(kiosk.called.find(({ channel }) => channel === 'printing.print')?.request).toEqual({ document: { kind: 'paymentProof', paymentId: 'pay-2' } })
    expect(router.currentRoute.value.path).toBe(`/imprimir/${sampleJob.id}`)
  })

  it('shows the proof before it is printed', async () => {
    const { button, kiosk } = await show([aPaymentSummary()])
    await eventually(() => button('Ver 18 nov 2026, $1,284.50').click())
    await settled()
    expect(kiosk.called.find(({ channel }) => channel === 'preview.open')?.request).toEqual({ document: { kind: 'paymentProof', paymentId: 'pay-1' } })
  })

  it('offers to ask again when there is no answer', async () => {
    const { kiosk, button, words } = await show([aPaymentSummary()], { overrides: { 'payments.list': { ok: false, problem: { code: 'not-found' } } } })
    kiosk.answer('payments.list', samplePayments(sampleAccount))
    button(/^Reintentar|^Intentar/).click()
    await eventually(() => expect(words()).toContain('En banco: BBVA'))
  })
})
