import type { Payment } from '../../../shared/utility-api/generated/types.gen.ts'
import { addDays, earlier } from './calendar.ts'

/** Places among an account's payments, the newest first. */
const BOUNCED = 1
const TOGETHER = 3
const ELSEWHERE = 6

/** What happens now and then: one bounced and was paid again, one was for two invoices, one was made at a place that is not among the banks. */
export function withOddities(oldestFirst: readonly Payment[], today: string): Payment[] {
  return oldestFirst.toReversed().flatMap(oddly(today)).toReversed()
}

const oddly =
  (today: string) =>
  (payment: Payment, place: number, newestFirst: readonly Payment[]): Payment[] => {
    const before = newestFirst[place + 1]
    if (place === BOUNCED) return bounced(payment, today)
    if (place === TOGETHER && before) return [together(payment, before)]
    if (place === TOGETHER + 1) return []
    return [place === ELSEWHERE ? { ...payment, channel: 'Farmacias Azul', reference: null } : payment]
  }

/** The return is a record of its own, as the contract has no word for it; paid again at the counter. */
function bounced(payment: Payment, today: string): Payment[] {
  const returnedOn = earlier(addDays(payment.paidOn, 2), today)
  const paidOn = earlier(addDays(payment.paidOn, 3), today)
  const again = { ...payment, id: `${payment.id}-2`, paidOn, channel: 'ventanilla' }
  return [again, { ...payment, id: `${payment.id}-back`, paidOn: returnedOn, amount: -payment.amount }, payment]
}

const together = (payment: Payment, before: Payment): Payment => ({
  ...payment,
  amount: payment.amount + before.amount,
  invoiceNumbers: [...(before.invoiceNumbers ?? []), ...(payment.invoiceNumbers ?? [])],
})
