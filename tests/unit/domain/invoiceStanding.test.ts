import { describe, expect, it } from 'vitest'
import type { InvoiceStanding } from '../../../shared/contract/account.ts'
import { isToPay, standingOf, totalBeside } from '../../../shared/domain/invoiceStanding.ts'
import { isOwed, type KnownInvoice } from '../../../shared/domain/owed.ts'
import type { Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import { anInvoice } from '../../fixtures/accounts/branchData.ts'

const TODAY = '2026-11-21'
const past = '2026-11-20'
const future = '2026-11-22'
const voucher = (documentType: string): Partial<Invoice> => ({ fiscal: { scheme: 'cfe-uy', documentType, verificationUrl: 'https://example.com' } })

describe('how an invoice stands', () => {
  it.each<[string, Partial<KnownInvoice>, InvoiceStanding]>([
    ['open and not yet due', { dueOn: future }, { kind: 'due', on: future }],
    ['due on this very day', { dueOn: TODAY }, { kind: 'dueToday', on: TODAY }],
    ['past its day although the utility still calls it open', { dueOn: past }, { kind: 'overdue', on: past }],
    ['called overdue although its day is to come', { dueOn: future, status: 'overdue' }, { kind: 'due', on: future }],
    ['called overdue on its day', { dueOn: TODAY, status: 'overdue' }, { kind: 'dueToday', on: TODAY }],
    ['paid in part', { dueOn: past, status: 'overdue', balance: 50_00 }, { kind: 'overdue', on: past }],
    ['paid', { dueOn: past, status: 'paid', balance: 0 }, { kind: 'paid', on: '2026-11-18' }],
    ['called paid with a balance left', { dueOn: past, status: 'paid', balance: 50_00 }, { kind: 'paid', on: '2026-11-18' }],
    ['called overdue with nothing left to pay', { dueOn: past, status: 'overdue', balance: 0 }, { kind: 'paid', on: '2026-11-18' }],
    ['paid twice', { status: 'open', balance: -50_00 }, { kind: 'paid', on: '2026-11-18' }],
    ['cancelled with a balance', { status: 'cancelled' }, { kind: 'cancelled' }],
    ['of nothing', { status: 'open', total: 0, balance: 0 }, { kind: 'nothing' }],
    ['of nothing but what was owed before', { total: 0, balance: 50_00, dueOn: future }, { kind: 'due', on: future }],
    ['in favour of the customer', { status: 'open', total: -50_00, balance: -50_00 }, { kind: 'credit' }],
    ['a credit note of Uruguay, its total without a sign', voucher('Nota de Crédito de e-Ticket (102)'), { kind: 'creditNote' }],
    ['a credit note by its number alone', voucher('112'), { kind: 'creditNote' }],
    ['a credit note of Mexico', voucher('E - Egreso'), { kind: 'creditNote' }],
    ['a credit note with marks of their own', voucher('Nota de cre\u0301dito'), { kind: 'creditNote' }],
    ['a credit note in short', voucher('N.\u00a0Crédito'), { kind: 'creditNote' }],
    ['changed by the utility, which could not be read', { dueOn: future, outdated: true }, { kind: 'outdated' }],
    ['changed after it was paid', { status: 'paid', balance: 0, outdated: true }, { kind: 'outdated' }],
    ['a credit note in capitals', voucher('NOTA CRÉDITO'), { kind: 'creditNote' }],
  ])('%s', (_name, change, standing) => {
    const invoice = { ...anInvoice(), ...change }
    expect(standingOf(invoice, TODAY, '2026-11-18')).toEqual(standing)
    expect(isToPay(standing)).toBe(isOwed(invoice))
  })

  it.each(['e-Ticket (101)', 'e-Factura (111)', 'I - Ingreso', 'Nota de Débito de e-Ticket (103)', ''])('%j is no credit note', (documentType) => {
    expect(standingOf(anInvoice({ dueOn: future, ...voucher(documentType) }), TODAY)).toEqual({ kind: 'due', on: future })
  })

  it('in favour of the customer says so in words, and its amount has no sign beside them', () => {
    expect(totalBeside({ standing: { kind: 'credit' }, total: -50_00 })).toBe(50_00)
    // *Nota de crédito* does not say in whose favour the amount is.
    expect(totalBeside({ standing: { kind: 'creditNote' }, total: -50_00 })).toBe(-50_00)
    expect(totalBeside({ standing: { kind: 'paid', on: null }, total: 50_00 })).toBe(50_00)
  })

  it('paid on a day that nobody told has no date', () => {
    expect(standingOf(anInvoice({ status: 'paid', balance: 0 }), TODAY)).toEqual({ kind: 'paid', on: null })
  })
})
