import { describe, expect, it } from 'vitest'
import { onlinePaymentModel } from '../../../electron/documents/onlinePayment/onlinePaymentModel.ts'
import { onlinePaymentTicket } from '../../../electron/documents/tickets/onlinePaymentTicket.ts'
import { openPayment, receivedPayment } from '../../fixtures/documents/onlinePayments.ts'

describe('the paper about a payment on one’s own phone', () => {
  it('while it is open says how to pay, until when by the zone’s clock, and bears the bank’s page', () => {
    const model = onlinePaymentModel(openPayment)
    expect(model).toMatchObject({
      page: 'LETTER',
      state: 'Pendiente: todavía no se paga',
      amount: '$1,284.50',
      until: 'Vale hasta el 21 de noviembre de 2026 a las 10:57',
      qr: openPayment.payment.checkoutUrl,
      about: ['Así estaba el 21/11/2026 a las 10:43. No es un comprobante fiscal.'],
    })
    expect(model.steps[1]).toBe('2. Se abre la página pagos.bbva.example. Revise que el importe sea el de este papel.')
    expect(model.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Banco: BBVA',
      'Referencia: PL-1A2B3C4D',
      'Número de cuenta: 40989917-7',
      'Factura: DE 4043 2503',
    ])
  })

  it.each(['paid', 'failed', 'expired', 'withdrawn'] as const)('once it is %s bears no code and says what comes next', (state) => {
    const model = onlinePaymentModel({ ...openPayment, state, payment: { ...openPayment.payment, state } })
    expect(model).toMatchObject({ qr: null, until: null, steps: [] })
    expect(model.about).toHaveLength(2)
    expect(onlinePaymentTicket(model).filter(({ kind }) => kind === 'qr')).toEqual([])
  })

  it('says when the utility told so, and of what the kiosk judges itself, when it was printed', () => {
    const told = { ...openPayment, payment: { ...openPayment.payment, toldAt: '2026-11-21T15:00:00Z' } }
    expect(onlinePaymentModel(told).about.at(-1)).toContain('a las 09:00')
    expect(onlinePaymentModel({ ...told, state: 'expired' }).about.at(-1)).toContain('a las 10:43')
  })

  it('names several invoices, in the way of their country', () => {
    const model = onlinePaymentModel(receivedPayment)
    expect(model.amount).toMatch(/^\$\s123\.456\.789,00$/)
    expect(model.facts.at(-1)).toEqual({ label: 'Facturas', value: 'A-140.500.275, A-140.500.276' })
  })
})
