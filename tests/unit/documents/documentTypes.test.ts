import { expect, it } from 'vitest'
import { auditSubjectOf, documentIdOf } from '../../../electron/documents/documentTypes.ts'
import { isPrintable, printableKinds, type DocumentKind, type DocumentRef } from '../../../shared/contract/documents.ts'
import { jobKind } from '../../../shared/contract/printing.ts'

const refs: { [K in DocumentKind]: Extract<DocumentRef, { kind: K }> } = {
  duplicate: { kind: 'duplicate', invoiceId: 'i-1' },
  receipt: { kind: 'receipt', commandId: 'c-1' },
  statement: { kind: 'statement', accountId: 'a-1', from: '2026-01-01', to: '2026-11-21' },
  paymentProof: { kind: 'paymentProof', paymentId: 'p-1' },
  consumption: { kind: 'consumption', accountId: 'a-1' },
  agreement: { kind: 'agreement', agreementId: 'ag-1' },
  slip: { kind: 'slip', bankId: 'b-1', invoiceIds: ['i-1', 'i-2'] },
  cashTicket: { kind: 'cashTicket', invoiceIds: ['i-1', 'i-2'] },
  onlinePayment: { kind: 'onlinePayment', paymentId: 'op-1' },
  activationSteps: { kind: 'activationSteps', begunId: 'b-1' },
  legalText: { kind: 'legalText', legalTextId: 't-1', zoneId: 'z-1' },
  dayEnd: { kind: 'dayEnd', day: '2026-11-21' },
  turn: { kind: 'turn' },
  testPage: { kind: 'testPage' },
}
const all = Object.values(refs)

it('the audit names no other document by an invoice alone: by that the numbers of duplicates are raised after a recovery', () => {
  expect(all.filter((ref) => 'invoiceId' in auditSubjectOf(ref)).map(({ kind }) => kind)).toEqual(['duplicate'])
})

it('the audit has identifiers and days of a document, and nothing else', () => {
  expect(all.map(auditSubjectOf)).toEqual([
    { invoiceId: 'i-1' },
    { commandId: 'c-1' },
    { from: '2026-01-01', to: '2026-11-21' },
    { paymentId: 'p-1' },
    {},
    { agreementId: 'ag-1' },
    { bankId: 'b-1', invoiceIds: 'i-1 i-2' },
    { invoiceIds: 'i-1 i-2' },
    { onlinePaymentId: 'op-1' },
    {},
    { legalTextId: 't-1' },
    { day: '2026-11-21' },
    {},
    {},
  ])
})

it('copies are counted by what they are of, and turns, test pages and the end of a day by the day', () => {
  expect(all.filter(isPrintable).map((ref) => documentIdOf(ref, '2026-11-21'))).toEqual([
    'i-1',
    'c-1',
    'a-1',
    'p-1',
    'ag-1',
    'i-1',
    'i-1',
    'op-1',
    'b-1',
    't-1',
    '2026-11-21',
    '2026-11-21',
    '2026-11-21',
  ])
})

it('everything but readings comes out of a printer, and a job may turn out to be an original', () => {
  expect(printableKinds).toEqual([
    'duplicate',
    'receipt',
    'statement',
    'paymentProof',
    'agreement',
    'slip',
    'cashTicket',
    'onlinePayment',
    'activationSteps',
    'legalText',
    'dayEnd',
    'turn',
    'testPage',
  ])
  expect(jobKind.options).toEqual([...printableKinds, 'original'])
})
