import type { AccountHeader, InvoiceSummary } from '../../shared/contract/account.ts'
import type { PayOptions, PayPlace, PayTogether } from '../../shared/contract/payment.ts'
import type { PrintJob } from '../../shared/contract/printing.ts'

export const samplePlaces: PayPlace[] = [
  { bankId: 'banamex', name: 'Banamex', kind: 'bank', bars: true, online: true },
  { bankId: 'bbva', name: 'BBVA Bancomer', kind: 'bank', bars: true, online: true },
  { bankId: 'banorte', name: 'Banorte', kind: 'bank', bars: false, online: true },
  { bankId: 'hsbc', name: 'HSBC', kind: 'bank', bars: true, online: false },
  { bankId: 'oxxo', name: 'Tiendas Extra', kind: 'store', bars: true, online: false },
]

/** The invoices owed: the first is the one that was asked for, and is not yet due; the others are overdue. */
export function samplePayOptions(account: AccountHeader, [asked, ...others]: InvoiceSummary[]): PayOptions {
  if (!asked) throw new Error('Nothing is owed.')
  const overdue = others.map((invoice) => ({
    ...invoice,
    status: 'overdue' as const,
    standing: { kind: 'overdue' as const, on: invoice.dueOn },
    balance: invoice.total,
    payBy: '2026-11-23',
  }))
  const invoices = [{ ...asked, payBy: asked.dueOn }, ...overdue]
  return {
    account,
    invoices,
    total: invoices.reduce((sum, { balance }) => sum + balance, 0),
    payBy: asked.dueOn,
    cashTicket: true,
    places: samplePlaces,
  }
}

/** Three contracts of one zone, and one that is paid by itself. */
export const samplePayTogether = (account: AccountHeader): PayTogether => ({
  groups: [
    {
      zoneId: account.zoneId,
      conventions: account.conventions,
      contracts: [
        { account, invoiceIds: ['i1', 'i2'], overdue: 1, total: 238_650, payBy: '2026-11-23', counterOnly: 0 },
        {
          account: { ...account, id: 'a2', number: '8295249', checkDigit: '3', supplyAddress: 'R• H•••••• 4, C•••••' },
          invoiceIds: ['z1'],
          overdue: 0,
          total: 50_000,
          payBy: '2026-12-02',
          counterOnly: 1,
        },
        {
          account: { ...account, id: 'a3', number: '7311020', checkDigit: '1', supplyAddress: 'P•••• 9, C•••••' },
          invoiceIds: ['y1', 'y2', 'y3'],
          overdue: 0,
          total: 30_000,
          payBy: '2026-12-09',
          counterOnly: 0,
        },
      ],
      places: [
        { bankId: 'banamex', name: 'Banamex', kind: 'bank', partEach: false, barless: [] },
        { bankId: 'hsbc', name: 'HSBC', kind: 'bank', partEach: true, barless: ['a3'] },
      ],
    },
  ],
  apart: 1,
})

export const sampleCashJob: PrintJob = {
  id: 'j5',
  kind: 'cashTicket',
  document: { kind: 'cashTicket', invoiceIds: ['i1'] },
  printer: 'tickets',
  documentId: 'i1',
  documentName: 'DE 4043 2503',
  copyNumber: 1,
  sheets: 1,
  state: 'sent',
  attention: null,
  problem: null,
  asks: false,
  canCancel: true,
  canRetry: false,
  alternativePrinter: null,
}

export const sampleTurnJob: PrintJob = {
  ...sampleCashJob,
  id: 'j6',
  kind: 'turn',
  document: { kind: 'turn' },
  documentId: '2026-11-21',
  documentName: '',
  copyNumber: 42,
}
