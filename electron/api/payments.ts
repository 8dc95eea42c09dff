import { z } from 'zod'
import { LONGEST_IDENTIFIER } from '../../shared/contract/values.ts'
import type { PaymentIntent } from '../../shared/utility-api/generated/types.gen.ts'
import { zPaymentIntent } from '../../shared/utility-api/generated/zod.gen.ts'
import { asFolio, judgeDelivery } from './delivery.ts'
import type { Reply } from './exchange.ts'
import { apiFailure, type ApiOutcome } from './outcome.ts'
import { usablePage } from './phonePage.ts'
import { readJson, type Judge } from './reply.ts'

/** What the utility says of a payment, with every text bounded. */
export interface ToldIntent {
  /** `checkoutUrl` is null where it is no page that a person may be sent to. */
  intent: Omit<PaymentIntent, 'checkoutUrl'> & { checkoutUrl: string | null }
  /** The utility's clock, milliseconds since the epoch; null where the answer does not say. */
  at: number | null
}

/** A payment may be answered again with 200, as a command is. 422 alone is a refusal: a utility that takes no payments online answers 404. */
export const judgeOpening: Judge = (reply, now) => {
  if (reply.status === 200) return { ok: true, value: reply }
  const outcome = judgeDelivery(reply, now)
  return !outcome.ok && outcome.refusal && reply.status !== 422 ? apiFailure('not-an-answer', { status: reply.status }) : outcome
}

/** The page is judged below: what was paid stays paid where it has none. */
const zIntent = zPaymentIntent.extend({ checkoutUrl: z.string() })

interface Expected {
  /** The utility is on this machine, and so may the bank's page be. */
  mayStayHere: boolean
  /** The payment that was asked about. */
  paymentId?: string
}

/** An answer about another payment than the one that was asked about is none. */
export function readIntent(reply: ApiOutcome<Reply>, { mayStayHere, paymentId }: Expected): ApiOutcome<ToldIntent> {
  const read = readJson(zIntent, reply)
  if (!read.ok) return read
  const { id, checkoutUrl, reference } = read.value
  if (id === '' || id.length > LONGEST_IDENTIFIER || (paymentId !== undefined && id !== paymentId)) return apiFailure('not-an-answer')
  const intent = { ...read.value, reference: asFolio(reference), checkoutUrl: usablePage(checkoutUrl, mayStayHere) }
  return { ok: true, value: { intent, at: (reply.ok && reply.value.answeredAt) || null } }
}
