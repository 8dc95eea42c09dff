import { z } from 'zod'
import { accountHeader, owedStanding } from './account.ts'
import { call } from './define.ts'
import { date, identifier, money } from './values.ts'

/** How an installment stands today where its zone is (`shared/domain/agreements.ts`). */
export const installmentStanding = z.discriminatedUnion('kind', [
  owedStanding,
  /** null: the utility does not tell when. */
  z.object({ kind: z.literal('paid'), on: date.nullable() }),
  /** Of an agreement that is not in force: `planned` before it is, `unpaid` after. */
  z.object({ kind: z.enum(['planned', 'unpaid']) }),
])
export type InstallmentStanding = z.infer<typeof installmentStanding>

export const installment = z.object({ number: z.int(), dueOn: date, amount: money, standing: installmentStanding })
export type Installment = z.infer<typeof installment>

/** What is paid and what is left of an agreement in force. */
export const agreementProgress = z.object({
  paid: z.int(),
  left: money,
  /** The first that is not overdue. */
  next: z.object({ standing: owedStanding, amount: money }).nullable(),
  overdue: z.object({ count: z.int(), amount: money }),
})
export type AgreementProgress = z.infer<typeof agreementProgress>

export const agreement = z.object({
  id: identifier,
  number: z.string(),
  /** The utility's word. */
  status: z.enum(['proposed', 'active', 'completed', 'broken']),
  agreedOn: date,
  /** As the utility says it, whatever the installments add up to. */
  total: money,
  installments: z.array(installment),
  /** Null unless it is in force and its figures carry what is told of them. */
  progress: agreementProgress.nullable(),
  /**
   * Why nothing can be told of it: it is to be paid and has no installments, its data contradict each other, or the utility has changed it and the
   * change cannot be read here.
   */
  doubt: z.enum(['noInstallments', 'contradiction', 'outdated']).nullable(),
})
export type Agreement = z.infer<typeof agreement>

export const agreementList = z.object({
  account: accountHeader,
  /** Those in force, those proposed, then those that have ended; of each the newest first. */
  agreements: z.array(agreement),
})
export type AgreementList = z.infer<typeof agreementList>

export const agreementCalls = {
  /** Problems: not-allowed, not-found. */
  'agreements.list': call(z.strictObject({ accountId: identifier }), agreementList),
}
