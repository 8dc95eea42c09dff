import { describe, expect, it } from 'vitest'
import { paymentProofModel } from '../../../electron/documents/paymentProof/paymentProofModel.ts'
import { aPayment } from '../../fixtures/accounts/branchData.ts'
import { bankProof, paidInvoice, proofOf, returnedProof } from '../../fixtures/documents/paymentProofs.ts'

const values = ({ facts }: ReturnType<typeof paymentProofModel>): string[] => facts.map(({ label, value }) => `${label}: ${value}`)

describe('the proof of a payment', () => {
  it('says how much, when, how, for whom and what for, and what it is', () => {
    const model = paymentProofModel(bankProof)
    expect(model).toMatchObject({
      page: 'LETTER',
      note: 'Copia 1 · Impreso el 21/11/2026 a las 10:42',
      amountName: 'Importe pagado',
      amount: '$1,284.50',
      paidOn: 'Pagado el 18 de noviembre de 2026',
      warning: null,
      invoices: [{ number: 'DE 4043 2503', month: 'octubre de 2026', total: '$1,284.50', standing: 'Pagada' }],
      sum: null,
      remark: null,
      about: [
        'Dice lo que la empresa tenía registrado el 21 de noviembre de 2026 a las 06:05.',
        'No sustituye el recibo que le dieron al pagar ni es un comprobante fiscal.',
      ],
    })
    expect(values(model)).toEqual([
      'Número de cuenta: 40989917-7',
      'Titular: María Guadalupe Peña Ibáñez',
      'Cómo se pagó: Banco: BBVA',
      'Referencia: 81040989917404325030',
    ])
  })

  it('masks its holder where that is asked, and leaves out what the utility does not tell', () => {
    const model = paymentProofModel(
      proofOf({ reference: null, paidAt: { way: 'unknown', place: '' } }, { rendition: { masked: true, copyNumber: null }, asOf: null }),
    )
    expect(values(model).slice(1)).toEqual(['Titular: M•••• G•••••• P••• I•••••', 'Cómo se pagó: La empresa no lo dice'])
    expect(model.note).toBe('Impreso el 21/11/2026 a las 10:42')
    expect(model.about[0]).toBe('Dice lo que la empresa tiene registrado; no se sabe de qué fecha son los datos.')
  })

  it('adds up several invoices, and says when what was paid is another amount', () => {
    const invoices = [paidInvoice(), paidInvoice({ number: 'B', total: 50_00 })]
    const exact = paymentProofModel(proofOf({ payment: aPayment({ amount: 133_450 }), invoices }))
    expect([exact.sum, exact.remark]).toEqual(['$1,334.50', null])
    const other = paymentProofModel(proofOf({ payment: aPayment({ amount: 133_449 }), invoices }))
    expect([other.sum, other.remark]).toEqual(['$1,334.50', expect.stringContaining('no dice cuánto aplicó a cada una')])
    expect(paymentProofModel(proofOf({ payment: aPayment({ amount: 1 }) })).remark).toMatch(/^Lo pagado no es igual al importe de la factura\./)
  })

  it('takes a credit note off, and counts no cancelled invoice', () => {
    const fiscal = { ...paidInvoice().known?.fiscal, documentType: 'E' } as NonNullable<NonNullable<ReturnType<typeof paidInvoice>['known']>['fiscal']>
    const invoices = [paidInvoice(), paidInvoice({ number: 'NC', total: 84_50, fiscal }), paidInvoice({ number: 'X', status: 'cancelled' })]
    const model = paymentProofModel(proofOf({ payment: aPayment({ amount: 120_000 }), invoices }))
    expect([model.sum, model.remark]).toEqual(['$1,200.00', null])
  })

  it('writes what is in the customer’s favour without a sign beside the words for it, and takes it off', () => {
    const invoices = [paidInvoice(), paidInvoice({ number: 'B', total: -50_00, balance: -50_00, status: 'open' })]
    const model = paymentProofModel(proofOf({ payment: aPayment({ amount: 123_450 }), invoices }))
    expect(model.invoices[1]).toMatchObject({ total: '$50.00', standing: 'A su favor' })
    expect([model.sum, model.remark]).toEqual(['$1,234.50', null])
  })

  it('does not add up what it does not know', () => {
    const invoices = [paidInvoice(), { number: 'NO ESTÁ', known: null }, paidInvoice({ number: 'C', outdated: true })]
    const model = paymentProofModel(proofOf({ invoices }))
    expect([model.sum, model.remark]).toEqual([null, null])
    expect(model.invoices.slice(1)).toEqual([
      { number: 'NO ESTÁ', month: '–', total: '–', standing: 'No está en este kiosco' },
      { number: 'C', month: 'octubre de 2026', total: '–', standing: 'Modificada' },
    ])
    expect(paymentProofModel(proofOf({ invoices: [] })).remark).toBe('La empresa no dice qué facturas se pagaron con este importe.')
  })

  it('says first what it does not prove', () => {
    expect(paymentProofModel(returnedProof)).toMatchObject({
      page: 'A4',
      amount: '$\u00a0123.456.789,00',
      warning: 'Este pago se devolvió o se anuló el 20 de noviembre de 2026: ya no cuenta como pago.',
    })
    const back = paymentProofModel(proofOf({ payment: aPayment({ amount: -128_450 }), standing: { kind: 'return' } }))
    expect(back).toMatchObject({
      title: 'Registro de un pago revertido',
      remark: null,
      amountName: 'Importe devuelto o anulado',
      amount: '$1,284.50',
      paidOn: 'Registrado el 18 de noviembre de 2026',
    })
    expect(back.warning).toContain('no es un pago')
    expect(paymentProofModel(proofOf({ standing: { kind: 'outdated' } })).warning).toContain('todavía no puede leer el cambio')
  })
})
