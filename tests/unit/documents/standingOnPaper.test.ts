import { describe, expect, it } from 'vitest'
import { duplicateModel, type DuplicateSource } from '../../../electron/documents/duplicate/duplicateModel.ts'
import { printedAt } from '../../../electron/documents/printedOn.ts'
import { slipModel } from '../../../electron/documents/slip/slipModel.ts'
import { cashModel } from '../../../electron/documents/tickets/cashModel.ts'
import { cashTicket } from '../../../electron/documents/tickets/cashTicket.ts'
import type { Account } from '../../../shared/utility-api/generated/types.gen.ts'
import {
  aCopy,
  aPreview,
  mexicanAccount,
  mexicanInvoice,
  mexicanSource,
  monterrey,
  uruguayanInvoice,
  uruguayanSource,
  withInvoice,
} from '../../fixtures/documents/documentSamples.ts'
import { bankSlip, owedInvoice, owing } from '../../fixtures/documents/slips.ts'
import { mexicanStatement, paperOf } from '../../fixtures/documents/statements.ts'

const closed: Account = { ...mexicanAccount, status: 'closed' }

describe.each([aPreview, aCopy(2)])('the duplicate for $purpose, copy $copyNumber, says how the invoice stands on the day', (rendition) => {
  const of = (source: DuplicateSource) => duplicateModel({ ...source, rendition })
  const demand = /Total a pagar|Vence|Venció/u

  it.each([
    ['paid', { status: 'paid', balance: 0 }, 'PAGADA'],
    ['called paid with a balance left', { status: 'paid' }, 'PAGADA'],
    ['paid though called overdue', { status: 'overdue', balance: 0, dueOn: '2026-11-02' }, 'PAGADA'],
    ['cancelled', { status: 'cancelled' }, 'CANCELADA'],
    ['changed by the utility, which could not be read', { outdated: true }, 'MODIFICADA'],
  ] as const)('%s: the mark, the amount of the invoice, nothing to pay it with', (_name, change, stamp) => {
    for (const model of [of(withInvoice(change)), of({ ...uruguayanSource, invoice: { ...uruguayanInvoice, ...change } })]) {
      expect(model).toMatchObject({ stamp, payment: null, amount: { label: 'Importe de la factura', due: null } })
      expect(JSON.stringify(model.amount)).not.toMatch(demand)
    }
  })

  it('changed by the utility: that the amount is to be asked for, and never that nothing need be paid', () => {
    for (const change of [{}, { status: 'paid', balance: 0 } as const]) {
      const { amountNote } = of(withInvoice({ ...change, outdated: true }))
      expect(amountNote).toBe('La empresa modificó esta factura. Antes de pagar, pregunte en el mostrador cuánto debe.')
    }
  })

  it('what is fiscal is the same whatever became of the invoice', () => {
    const open = of(mexicanSource)
    for (const change of [{ status: 'paid', balance: 0 }, { status: 'cancelled', balance: 0 }, { outdated: true }] as const) {
      const { fiscal, charges, parties, facts } = of(withInvoice(change))
      expect({ fiscal, charges, parties, facts }).toEqual({ fiscal: open.fiscal, charges: open.charges, parties: open.parties, facts: open.facts })
    }
  })

  it('paid on a day that the utility told', () => {
    expect(of({ ...withInvoice({ status: 'paid', balance: 0 }), paidOn: '2026-11-18' }).amountNote).toBe('Pagada el 18 de noviembre de 2026')
    expect(of(withInvoice({ status: 'paid', balance: 0 })).amountNote).toBe('No tiene que pagar esta factura')
  })

  it.each([
    ['2026-11-22', 'Vence el', '22 de noviembre de 2026'],
    ['2026-11-21', 'Vence hoy', '21 de noviembre de 2026'],
    ['2026-11-20', 'Venció el', '20 de noviembre de 2026'],
  ])('owed and due on %s: %s', (dueOn, label, value) => {
    expect(of(withInvoice({ dueOn }))).toMatchObject({ stamp: null, amount: { label: 'Total a pagar', due: { label, value } } })
    expect(of(withInvoice({ dueOn, status: 'overdue' })).amount.due).toEqual({ label, value })
  })

  it('paid in part: what is left is to be paid, and the invoice’s amount stands beside it', () => {
    const model = of(withInvoice({ balance: 100_000 }))
    expect(model).toMatchObject({ amount: { label: 'Total a pagar', text: '$1,000.00' }, amountNote: 'Importe de la factura: $3,639.00' })
    expect(model.charges.total.value).toBe('$3,639.00')
  })

  it('a credit note asks for nothing', () => {
    const model = of(withInvoice({ fiscal: { scheme: 'cfdi-4.0', documentType: 'E - Egreso', verificationUrl: 'https://example.com' } }))
    expect(model).toMatchObject({
      payment: null,
      amount: { label: 'Nota de crédito', text: '$3,639.00', due: null },
      amountNote: 'No tiene que pagar esta factura',
    })
  })

  it('the day is that of the zone: at 23 h in Monterrey an invoice of that day is not overdue', () => {
    const printedOn = printedAt('2026-11-22T05:00:00Z', monterrey.timeZone)
    expect(of({ ...withInvoice({ dueOn: '2026-11-21' }), printedOn }).amount.due?.label).toBe('Vence hoy')
  })
})

describe('the slip', () => {
  const fresh = (months: number[]) => slipModel({ ...bankSlip, ...owing(months.map((month) => owedInvoice(month))) }).fresh

  it('says of how many that they are overdue', () => {
    expect(fresh([0])).toBeNull()
    expect(fresh([1])).toContain('La factura está vencida.')
    expect(fresh([0, 1])).toContain('Incluye una factura vencida.')
    expect(fresh([1, 2, 3, 4])).toContain('Incluye 4 facturas vencidas.')
  })

  it('says of each invoice when it is or was due', () => {
    const invoices = [owedInvoice(0), owedInvoice(0, { id: 'today', number: 'DZ 1', dueOn: '2026-11-21' }), owedInvoice(1)]
    expect(slipModel({ ...bankSlip, ...owing(invoices) }).contracts[0]?.invoices.map(([, , due]) => due)).toEqual([
      'Venció el 2 nov 2026',
      '2 dic 2026',
      'Vence hoy',
    ])
  })
})

it('the ticket for the desk says it by the day of the zone', () => {
  const source = { account: mexicanAccount, zone: monterrey, branch: null, printedOn: bankSlip.printedOn, today: '2026-11-21' }
  const invoices = ['2026-11-20', '2026-11-21', '2026-11-22'].map((dueOn) => ({ ...mexicanInvoice, dueOn }))
  expect(cashModel({ ...source, invoices }).invoices.map(({ due }) => due.label)).toEqual(['Venció el', 'Vence hoy', 'Vence el'])
})

it('every paper of a closed account says that it is closed, and what is owed can still be paid', () => {
  const ticket = cashModel({ account: closed, zone: monterrey, branch: null, invoices: [mexicanInvoice], printedOn: bankSlip.printedOn, today: '2026-11-21' })
  expect(duplicateModel({ ...mexicanSource, account: closed })).toMatchObject({ accountNote: 'Cuenta cerrada', payment: { barcode: true } })
  expect(slipModel({ ...bankSlip, ...owing([owedInvoice()], closed) }).note).toBe('Cuenta cerrada')
  expect(JSON.stringify(cashTicket(ticket))).toContain('Cuenta cerrada')
  expect(paperOf({ ...mexicanStatement, account: closed }).note).toBe('Cuenta cerrada')
  expect(paperOf(mexicanStatement).note).toBeNull()
})
