import { failure, success, type Result } from '../../shared/result.ts'
import type { ApiClient } from '../api/client.ts'
import type { ApiFailure, ApiOutcome, Refusal } from '../api/outcome.ts'
import type { ToldIntent } from '../api/payments.ts'
import type { Audit } from '../audit/audit.ts'
import { shorten } from '../bounds/shorten.ts'
import type { AccountReaders } from '../cache/accountReaders.ts'
import type { WritableDb } from '../cache/db.ts'
import { findOnlinePayment, isOpened, noteTold, setPaymentState, type OpenedPayment, type StoredPayment } from '../cache/queries/onlinePayments.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { inTime } from '../waiting.ts'
import type { UtilityTime } from './utilityTime.ts'

export interface AskParts {
  db: WritableDb
  /** Of the accounts that payments are for. */
  readers: Pick<AccountReaders, 'of'>
  clock: Clock
  log: Log
  audit: Audit
  api: Pick<ApiClient, 'openPayment' | 'getPayment'>
  time: UtilityTime
}

/** So long a person waits at the screen; an answer that comes later is asked for again with the next touch. */
const OPENED_WITHIN = 20_000
const TOLD_WITHIN = 10_000

/** The reason is read by a customer, on a screen. */
const REASON_ROOM = { characters: 300, lines: 3 }

/**
 * Asks the utility to open what is stored, under its own key, and writes down what it answers. Problems: payment-not-opened, payment-refused,
 * amount-differs, payment-unusable.
 */
export async function askToOpen(parts: AskParts, { id, body }: StoredPayment): Promise<Result<OpenedPayment>> {
  const outcome = await limited(parts, OPENED_WITHIN, (signal) => parts.api.openPayment({ key: id, body }, { signal }))
  if (outcome?.ok) return noteIntent(parts, id, outcome.value)
  if (outcome?.refusal) return noteRefused(parts, id, outcome.refusal)
  parts.log.warn({ paymentId: id, failure: outcome?.failure ?? 'slow', status: outcome?.status }, 'online payment not opened')
  return failure({ code: 'payment-not-opened' })
}

/** Asks how an open payment stands, and writes it down; why not, where there was no answer. */
export async function askHowItStands(parts: AskParts, { id, paymentId }: OpenedPayment, signal?: AbortSignal): Promise<ApiFailure | null> {
  const outcome = await limited(parts, TOLD_WITHIN, (late) => parts.api.getPayment(paymentId, { signal: late }), signal)
  if (outcome && !outcome.ok && outcome.failure === 'not-found') forget(parts, id)
  if (!outcome?.ok) return outcome ?? { ok: false, failure: 'unreachable' }
  noteIntent(parts, id, outcome.value)
  return null
}

const limited = <T>(
  { clock }: AskParts,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<ApiOutcome<T>>,
  signal?: AbortSignal,
): Promise<ApiOutcome<T> | null> => inTime({ clock, milliseconds, ...(signal && { signal }) }, work)

function noteIntent(parts: AskParts, id: string, { intent, at }: ToldIntent): Result<OpenedPayment> {
  const { db, time } = parts
  time.note(at)
  const stored = findOnlinePayment(db, id)
  if (!stored) throw new Error('an online payment is not there that was asked about')
  // What was paid was paid, whatever its page and its amount look like now.
  const isPending = intent.status === 'pending'
  const checkoutUrl = intent.checkoutUrl ?? (isPending ? null : (stored.checkoutUrl ?? ''))
  if (checkoutUrl === null) return withdraw(parts, stored, 'payment-unusable')
  if (isPending && intent.amount !== stored.amount) return withdraw(parts, stored, 'amount-differs')
  const { reference, expiresAt, status } = intent
  const paidAmount = status === 'paid' ? intent.amount : null
  const told = { paymentId: intent.id, reference, checkoutUrl, expiresAt, paidAmount, toldAt: nowOf(parts) }
  inTransaction(db, () => {
    noteTold(db, id, status, told)
    auditChange(parts, stored, status)
  })
  const now = findOnlinePayment(db, id)
  return now && isOpened(now) ? success(now) : failure({ code: 'payment-not-opened' })
}

/** The utility no longer knows of it: nobody can pay by it. */
function forget(parts: AskParts, id: string): void {
  const { db } = parts
  const stored = findOnlinePayment(db, id)
  if (!stored) return
  inTransaction(db, () => {
    setPaymentState(db, id, 'expired', nowOf(parts))
    auditChange(parts, stored, 'expired')
  })
}

function withdraw(parts: AskParts, stored: StoredPayment, code: 'payment-unusable' | 'amount-differs'): Result<never> {
  const { db, log, audit } = parts
  inTransaction(db, () => {
    setPaymentState(db, stored.id, 'withdrawn', nowOf(parts))
    audit.record({ who: 'utility', what: 'payment.ended', subject: subjectOf(stored), outcome: code })
  })
  log.error({ paymentId: stored.id, code }, 'online payment withdrawn: the answer does not agree with what was asked')
  return failure({ code })
}

/** The next touch asks under another key: perhaps the reason is gone by then. */
function noteRefused(parts: AskParts, id: string, { code, detail }: Refusal): Result<never> {
  const { db, log, audit } = parts
  const stored = findOnlinePayment(db, id)
  inTransaction(db, () => {
    setPaymentState(db, id, 'refused', nowOf(parts))
    if (stored) audit.record({ who: 'utility', what: 'payment.ended', subject: subjectOf(stored), outcome: code })
  })
  log.warn({ paymentId: id, code }, 'online payment refused')
  const reason = shorten(detail.trim(), REASON_ROOM)
  return failure({ code: 'payment-refused', ...(reason !== '' && { reason }) })
}

const nowOf = ({ clock }: AskParts): string => new Date(clock.now()).toISOString()

function auditChange({ audit }: AskParts, before: StoredPayment, state: OpenedPayment['state']): void {
  const subject = subjectOf(before)
  if (!isOpened(before)) audit.record({ who: 'utility', what: 'payment.opened', subject })
  if (state !== 'pending' && state !== before.state) audit.record({ who: 'utility', what: 'payment.ended', subject, outcome: state })
}

/** Identifiers only. */
export const subjectOf = ({ id, accountId, bankId }: Pick<StoredPayment, 'id' | 'accountId' | 'bankId'>): Record<string, string> => ({
  onlinePaymentId: id,
  accountId,
  bankId,
})
