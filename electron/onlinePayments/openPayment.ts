import { v7 as uuidv7 } from 'uuid'
import { totalOwed, type KnownInvoice } from '../../shared/domain/owed.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Bank } from '../../shared/utility-api/generated/types.gen.ts'
import { findOnlinePayment, insertOnlinePayment, isOpened, onlinePaymentsOf, type OpenedPayment, type StoredPayment } from '../cache/queries/onlinePayments.ts'
import { inTransaction } from '../cache/transaction.ts'
import { storing } from '../faults.ts'
import { auditName, type Actor } from '../session/actor.ts'
import { askHowItStands, askToOpen, subjectOf, type AskParts } from './askUtility.ts'
import { isPaidHere, overlaps, stateNow } from './standing.ts'

/** Nobody opens more of the same invoices within the time in which they can be paid. */
const MOST_ASKED = 10

export interface PaymentOrder {
  actor: Actor
  accountId: string
  bank: Pick<Bank, 'id' | 'name'>
  /** Each owed, of that account. */
  invoices: readonly KnownInvoice[]
}

/**
 * The payment that is open for the same things; else a new one, whose key is on the disk before the utility hears of it. Nothing new is opened while it
 * is not known how the others of these invoices ended. Problems: already-paid, cannot-store, payment-not-opened, payment-refused, amount-differs,
 * payment-unusable.
 */
export async function openPayment(parts: AskParts, order: PaymentOrder): Promise<Result<OpenedPayment>> {
  const isPaid = (): boolean => isPaidHere(parts.readers.of(order.accountId), order.accountId, order.invoices)
  if (isPaid()) return failure({ code: 'already-paid' })
  if (!(await areAllKnown(parts, order))) return failure({ code: 'payment-not-opened' })
  if (isPaid()) return failure({ code: 'already-paid' })
  const known = findSame(parts, order)
  if (!known) return openNew(parts, order)
  if (isOpened(known)) return stillOpen(parts, known)
  const opened = await askToOpen(parts, known)
  if (!opened.ok) return opened
  // Under a key of long ago the utility answers as it did then: how it stands now is asked.
  if (stateNow(opened.value, parts) === 'pending') return opened
  await askHowItStands(parts, opened.value)
  if (isPaid()) return failure({ code: 'already-paid' })
  return hasEnded(parts, known.id) ? openNew(parts, order) : failure({ code: 'payment-not-opened' })
}

/** Asks about each payment of these invoices that may have been paid meanwhile; false where there was no answer about one. */
async function areAllKnown(parts: AskParts, { accountId, invoices }: PaymentOrder): Promise<boolean> {
  const mayBePaid = onlinePaymentsOf(parts.db, accountId)
    .filter(isOpened)
    .filter((payment) => ['pending', 'withdrawn'].includes(payment.state) && overlaps(payment, invoices))
    .slice(0, MOST_ASKED)
  const failures = await Promise.all(mayBePaid.map((payment) => askHowItStands(parts, payment)))
  return failures.every((failure) => failure === null || failure.failure === 'not-found')
}

/** Once its time has passed nobody is sent to pay by it, and until the utility says how it ended there is no other. */
const stillOpen = (parts: AskParts, known: OpenedPayment): Result<OpenedPayment> =>
  stateNow(known, parts) === 'pending' ? success(known) : failure({ code: 'payment-not-opened' })

function hasEnded({ db }: AskParts, id: string): boolean {
  const payment = findOnlinePayment(db, id)
  return payment !== null && ['failed', 'expired'].includes(payment.state)
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
  return { ...asked, state: 'opening', paymentId: null, reference: null, checkoutUrl: null, expiresAt: null, paidAmount: null, toldAt: null }
}

/** The newest for the same invoices at the same bank that has not ended; of an amount that is no longer owed it is another payment. */
function findSame({ db }: AskParts, { accountId, bank, invoices }: PaymentOrder): StoredPayment | null {
  const wanted = keyOf(invoices)
  const same = onlinePaymentsOf(db, accountId).find((payment) => payment.bankId === bank.id && keyOf(payment.invoices) === wanted)
  if (!same || !['opening', 'pending'].includes(same.state)) return null
  return same.amount === totalOwed(invoices) ? same : null
}

const keyOf = (invoices: readonly { id: string }[]): string => JSON.stringify(invoices.map(({ id }) => id).sort())
