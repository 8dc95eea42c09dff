import type { AccountHeader } from '../../shared/contract/account.ts'
import type { Agreement } from '../../shared/contract/agreements.ts'
import type { AnswerOf } from '../../shared/contract/index.ts'
import { describeAgreement } from '../../shared/domain/agreements.ts'
import { anAgreement, installments } from '../fixtures/accounts/agreements.ts'

/** An agreement as it stands on the day of the samples. */
export const sampleAgreement = (change: Parameters<typeof anAgreement>[0] = {}): Agreement => describeAgreement(anAgreement(change), '2026-11-21')

export const sampleAgreements: Agreement[] = [
  sampleAgreement(),
  sampleAgreement({ id: 'ag-2', number: 'CP-000002', status: 'proposed', installments: installments(6, 0) }),
  sampleAgreement({ id: 'ag-3', number: 'CP-000003', status: 'broken', agreedOn: '2026-01-10' }),
]

export const agreementAnswers = (account: AccountHeader): { 'agreements.list': AnswerOf<'agreements.list'> } => ({
  'agreements.list': { account, count: sampleAgreements.length, agreements: sampleAgreements },
})
