import { LONGEST_IDENTIFIER } from '../../shared/contract/values.ts'
import type { PaymentIntent } from '../../shared/utility-api/generated/types.gen.ts'
import { zPaymentIntent } from '../../shared/utility-api/generated/zod.gen.ts'
import { isLoopback, isSecure } from './address.ts'
import { asFolio, judgeDelivery } from './delivery.ts'
import type { Reply } from './exchange.ts'
import { apiFailure, type ApiOutcome } from './outcome.ts'
import { readJson, type Judge } from './reply.ts'

/** A QR of more characters is too fine for a telephone that is held before a screen. */
const LONGEST_URL = 500

/** What the utility says of a payment, with every text bounded. */
export interface ToldIntent {
  /** `checkoutUrl` is null where it is no page that a person may be sent to. */
  intent: Omit<PaymentIntent, 'checkoutUrl'> & { checkoutUrl: string | null }
  /** The utility's clock, milliseconds since the epoch; null where the answer does not say. */
  at: number | null
}

/** A payment may be answered again with 200, as a command is. */
export const judgeOpening: Judge = (reply, now) => (reply.status === 200 ? { ok: true, value: reply } : judgeDelivery(reply, now))

interface Expected {
  /** The utility is on this machine, and so may the bank's page be. */
  mayStayHere: boolean
  /** The payment that was asked about. */
  paymentId?: string
}

/** An answer about another payment than the one that was asked about is none. */
export function readIntent(reply: ApiOutcome<Reply>, { mayStayHere, paymentId }: Expected): ApiOutcome<ToldIntent> {
  const read = readJson(zPaymentIntent, reply)
  if (!reply.ok || !read.ok) return read.ok ? apiFailure('not-an-answer') : read
  const { id, checkoutUrl, reference } = read.value
  if (id === '' || id.length > LONGEST_IDENTIFIER || (paymentId !== undefined && id !== paymentId)) return apiFailure('not-an-answer')
  const usable = isUsable(checkoutUrl, mayStayHere)
  return {
    ok: true,
    value: { intent: { ...read.value, reference: asFolio(reference), checkoutUrl: usable ? checkoutUrl : null }, at: reply.value.answeredAt ?? null },
  }
}

/** A bank's page is reached by https, names no user in its address, and is not on the customer's own telephone. */
function isUsable(text: string, mayStayHere: boolean): boolean {
  if (!/^[\x21-\x7e]+$/.test(text) || text.length > LONGEST_URL || !URL.canParse(text)) return false
  const url = new URL(text)
  return isSecure(url) && url.username === '' && url.password === '' && (mayStayHere || !isLoopback(url))
}
