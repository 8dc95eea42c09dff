import type { AccountHeader } from '../../shared/contract/account.ts'
import type { RequestSummary } from '../../shared/contract/requests.ts'
import type { SupplyRequests } from '../../shared/contract/supply.ts'

export const sampleReconnection: RequestSummary = {
  id: 'c7',
  kind: 'reconnection',
  topic: '',
  topicId: null,
  invoiceId: null,
  addsTo: null,
  state: 'stored',
  folio: 'K07-20261121-00436',
  utilityFolio: null,
  filedOn: '2026-11-21',
  answerDueOn: null,
  answer: null,
}

/** Nothing owed and nothing filed yet. */
export const sampleSupply = (account: AccountHeader, change: Partial<SupplyRequests> = {}): SupplyRequests => ({
  account,
  today: '2026-11-21',
  totalOwed: 0,
  pendingInvoices: 0,
  outdatedInvoices: 0,
  documents: { person: ['INE', 'CURP', 'RFC', 'pasaporte'], company: ['RFC'] },
  requests: [],
  ...change,
})
