import { v7 as uuidv7 } from 'uuid'
import { totalOwed, type KnownInvoice } from '../../shared/domain/owed.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Bank } from '../../shared/utility-api/generated/types.gen.ts'
import { findOnlinePayment, insertOnlinePayment, isOpened, onlinePaymentsOf, type OpenedPayment, type StoredPayment } from '../cache/queries/onlinePayments.ts'
import { inTransaction } from '../cache/transaction.ts'
import { storing } from '../faults.ts'
import { auditName, type Actor } from '../session/actor.ts'
import { askHowItStands, askToOpen, subjectOf, type AskParts } from './askUtility.ts'
import { isRecorded, stateNow } from './standing.ts'

export interface PaymentOrder {
  actor: Actor
  accountId: string
  bank: Pick<Bank, 'id' | 'name'>
  /** Each owed, of that account. */
  invoices: readonly KnownInvoice[]
}

/**
 * The payment that is open for the same things; else a new one, whose key is on the disk before the utility hears of it. Problems: already-paid,
 * cannot-store, payment-not-opened, payment-refused, amount-differs, payment-unusable.
 */
export async function openPayment(parts: AskParts, order: PaymentOrder): Promise<Result<OpenedPayment>> {
  if (isPaidHere(parts, order)) return failure({ code: 'already-paid' })
  const known = findSame(parts, order)
  if (known && isOpened(known)) {
    // Its time has passed here, and it may have been paid at the last moment.
    if (stateNow(known, parts.time) === 'expired') await askHowItStands(parts, known)
    const stands = findOnlinePayment(parts.db, known.id)
    if (stands && isOpened(stands) && ['pending', 'paid'].includes(stateNow(stands, parts.time))) return success(stands)
  }
  if (known?.state !== 'opening') return openNew(parts, order)
  const opened = await askToOpen(parts, known)
  // Under a key of long ago the utility answers with what has ended since.
  const isOver = opened.ok && ['failed', 'expired'].includes(stateNow(opened.value, parts.time))
  return isOver ? openNew(parts, order) : opened
}

async function openNew(parts: AskParts, order: PaymentOrder): Promise<Result<OpenedPayment>> {
  const stored = storing(() => success(store(parts, order)))
  return stored.ok ? askToOpen(parts, stored.value) : stored
}

/** On the disk, with the bytes that are sent, when it answers. */
function store({ db, clock, audit }: AskParts, { actor, accountId, bank, invoices }: PaymentOrder): StoredPayment {
  const now = clock.now()
  const asked = {
    id: uuidv7({ msecs: now }),
    accountId,
    bankId: bank.id,
    bankName: bank.name,
    invoices: invoices.map(({ id, number }) => ({ id, number })),
    amount: totalOwed(invoices),
    body: Buffer.from(JSON.stringify({ accountId, invoiceIds: invoices.map(({ id }) => id), bankId: bank.id })),
    openedAt: new Date(now).toISOString(),
  }
  inTransaction(db, () => {
    insertOnlinePayment(db, asked)
    audit.record({ who: auditName(actor), what: 'payment.asked', subject: subjectOf(asked) })
  })
  return { ...asked, state: 'opening', paymentId: null, reference: null, checkoutUrl: null, expiresAt: null }
}

/** The newest for the same invoices at the same bank that has not ended; of an amount that is no longer owed it is another payment. */
function findSame({ db }: AskParts, { accountId, bank, invoices }: PaymentOrder): StoredPayment | null {
  const wanted = keyOf(invoices)
  const same = onlinePaymentsOf(db, accountId).find((payment) => payment.bankId === bank.id && keyOf(payment.invoices) === wanted)
  if (!same || !['opening', 'pending'].includes(same.state)) return null
  return same.amount === totalOwed(invoices) ? same : null
}

const keyOf = (invoices: readonly { id: string }[]): string => JSON.stringify(invoices.map(({ id }) => id).sort())

/** One of the invoices was paid here, at whatever bank, and the feed has not brought it yet. */
function isPaidHere({ db }: AskParts, { accountId, invoices }: PaymentOrder): boolean {
  const asked = new Set(invoices.map(({ id }) => id))
  return onlinePaymentsOf(db, accountId).some(
    (payment) => isOpened(payment) && payment.state === 'paid' && payment.invoices.some(({ id }) => asked.has(id)) && !isRecorded(db, payment),
  )
}
