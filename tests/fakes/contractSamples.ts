import type { AccountHeader, InvoiceSummary } from '../../shared/contract/account.ts'
import type { ContractList } from '../../shared/contract/contracts.ts'

/** Two contracts of one company, the first of which is the sample account's. */
export const sampleContracts = (account: AccountHeader, last: InvoiceSummary, paid: InvoiceSummary): ContractList => ({
  contracts: [
    { account, totalOwed: last.balance, last, identifiedBy: last.id },
    {
      account: { ...account, id: 'a2', number: '8295249', checkDigit: '3', supplyAddress: 'R• H•••••• 4, C•••••' },
      totalOwed: 0,
      last: { ...paid, id: 'z1', number: 'ZE40389382' },
      identifiedBy: 'z1',
    },
  ],
  withdrawn: 0,
  coming: 0,
  again: false,
  canPayTogether: false,
  total: { owed: last.balance, outdatedInvoices: 0, conventions: account.conventions },
})
