import { z } from 'zod'
import { accountHeader, owedStanding } from './account.ts'
import { call, heardBy } from './define.ts'
import { date, identifier, money } from './values.ts'

/** So many agreements stand on the screen. */
export const MOST_AGREEMENTS = 20

/** So many installments of one agreement stand on the screen; its paper has all of them. */
export const MOST_INSTALLMENTS = 60

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
  /** In turn; on the screen at most `MOST_INSTALLMENTS`, from the first that is not paid on. */
  installments: z.array(installment),
  installmentCount: z.int(),
  /** Null unless it is in force and its figures carry what is told of them. */
  progress: agreementProgress.nullable(),
  /**
   * Why no more can be told of it: it is to be paid and has no installments, its data contradict each other (those of one that has ended too), or
   * the utility has changed it and the change cannot be read here.
   */
  doubt: z.enum(['noInstallments', 'contradiction', 'contradictionEnded', 'outdated']).nullable(),
})
export type Agreement = z.infer<typeof agreement>

export const agreementList = z.object({
  account: accountHeader,
  count: z.int(),
  /** Those in force, those proposed, those that the utility has changed, then those that have ended; of each the newest first. At most `MOST_AGREEMENTS`. */
  agreements: z.array(agreement),
})
export type AgreementList = z.infer<typeof agreementList>

export const agreementCalls = heardBy('served', {
  /** Problems: not-allowed, not-found. */
  'agreements.list': call(z.strictObject({ accountId: identifier }), agreementList),
})
