import type { PaymentIntent } from '../../shared/utility-api/generated/types.gen.ts'
import type { Clock } from '../clock.ts'
import { readPaymentOrder, type OrderBooks, type PaymentOrder } from './paymentOrder.ts'
import { type Refusal, refusal } from './problem.ts'
import { opaque } from './sample/random.ts'

/** A payment that was opened here, with what the bank's page says of it. */
export interface DeskPayment extends PaymentOrder {
  key: string
  intent: PaymentIntent
}

export type DeskAnswer = { ok: true; intent: PaymentIntent; replayed: boolean } | { ok: false; problem: Refusal }

/** Payments at a bank: each key opens one, and what became of it is told whenever it is asked. */
export interface PaymentDesk {
  /** @param baseUrl where the bank's page is */
  open(key: string, bytes: Buffer, baseUrl: string): DeskAnswer
  /** By the utility's name for it. */
  find(id: string): DeskPayment | null
  /** Every one that was opened, in order. */
  all(): DeskPayment[]
  /** What the customer does on the bank's page; nothing once it has ended. `amount`: where the bank took another than was asked for. */
  decide(id: string, decision: 'paid' | 'failed', amount?: number): void
  /** Its time has passed. */
  expire(id: string): void
  /** From now on every opening is refused in these words; null ends it. */
  refuse(words: string | null): void
  /** What is opened from now on is of another amount than the invoices come to, by so much; 0 ends it. */
  contradict(by: number): void
  /** From now on what is decided is not told: a payment stays pending; false ends it. */
  stall(on: boolean): void
}

interface DeskParts extends OrderBooks {
  clock: Pick<Clock, 'now'>
  onPaid: (payment: DeskPayment) => void
}

const GOOD_FOR = 15 * 60_000

export function createPaymentDesk({ clock, onPaid, ...books }: DeskParts): PaymentDesk {
  const answers = new Map<string, { bytes: Buffer; answer: DeskAnswer }>()
  const payments = new Map<string, DeskPayment>()
  const mood: Mood = { refused: null, difference: 0, stalled: false }
  const told = (payment: DeskPayment): DeskPayment => tell(payment, clock.now(), mood)

  function answerTo(key: string, bytes: Buffer, baseUrl: string): DeskAnswer {
    if (mood.refused !== null) return { ok: false, problem: refusal(422, 'payment-refused', mood.refused) }
    const read = readPaymentOrder(bytes, books)
    if (!read.ok) return read
    const intent = newIntent(key, read.order, { baseUrl, now: clock.now(), difference: mood.difference })
    payments.set(intent.id, { key, intent, ...read.order })
    return { ok: true, intent, replayed: false }
  }

  return {
    open(key, bytes, baseUrl) {
      const before = answers.get(key)
      if (before && !before.bytes.equals(bytes)) return { ok: false, problem: refusal(422, 'idempotency-key-reused', 'La clave se usó con otro mensaje') }
      if (before) return before.answer.ok ? { ...before.answer, replayed: true } : before.answer
      const answer = answerTo(key, bytes, baseUrl)
      answers.set(key, { bytes, answer })
      return answer
    },
    find(id) {
      const payment = payments.get(id)
      return payment ? told(payment) : null
    },
    all: () => [...payments.values()].map(told),
    decide: (id, decision, amount) => decide(payments.get(id), { decision, amount }, { now: clock.now(), onPaid }),
    expire(id) {
      const intent = payments.get(id)?.intent
      if (intent?.status === 'pending') Object.assign(intent, { status: 'expired', expiresAt: instant(clock.now()) })
    },
    refuse: (words) => void (mood.refused = words),
    contradict: (by) => void (mood.difference = by),
    stall: (on) => void (mood.stalled = on),
  }
}

/** How the utility misbehaves. */
interface Mood {
  refused: string | null
  difference: number
  stalled: boolean
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()

function newIntent(key: string, { invoices }: PaymentOrder, { baseUrl, now, difference }: { baseUrl: string; now: number; difference: number }): PaymentIntent {
  const id = opaque(`pago ${key}`, 10)
  return {
    id,
    status: 'pending',
    amount: invoices.reduce((sum, { balance }) => sum + balance, 0) + difference,
    reference: `PL-${opaque(key, 8).toUpperCase()}`,
    checkoutUrl: `${baseUrl}/banco/${id}`,
    expiresAt: instant(now + GOOD_FOR),
  }
}

/** As it stands at that moment. */
function tell(payment: DeskPayment, now: number, { stalled }: Mood): DeskPayment {
  const { intent } = payment
  if (intent.status === 'pending' && now >= Date.parse(intent.expiresAt)) intent.status = 'expired'
  return { ...payment, intent: { ...intent, ...(stalled && { status: 'pending' }) } }
}

interface Decision {
  decision: 'paid' | 'failed'
  amount: number | undefined
}

function decide(payment: DeskPayment | undefined, { decision, amount }: Decision, { now, onPaid }: { now: number; onPaid: DeskParts['onPaid'] }): void {
  if (payment?.intent.status !== 'pending' || now >= Date.parse(payment.intent.expiresAt)) return
  payment.intent.status = decision
  payment.intent.amount = amount ?? payment.intent.amount
  if (decision === 'paid') onPaid(payment)
}
