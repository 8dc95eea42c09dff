import type { HandlersOf } from '../../shared/contract/index.ts'
import type { OnlinePayment, OnlinePaymentSummary } from '../../shared/contract/onlinePayments.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ApiClient } from '../api/client.ts'
import type { WritableDb } from '../cache/db.ts'
import { findBank } from '../cache/queries/banks.ts'
import { findOnlinePayment, isOpened, onlinePaymentsOf, type OpenedPayment } from '../cache/queries/onlinePayments.ts'
import { accessToPay, accountOfInvoices } from '../documents/access.ts'
import { qrPicture } from '../documents/qrPicture.ts'
import { readOwed } from '../documents/owedInvoices.ts'
import type { AskParts } from '../onlinePayments/askUtility.ts'
import { createFollowing, type Following } from '../onlinePayments/following.ts'
import { openPayment, type PaymentOrder } from '../onlinePayments/openPayment.ts'
import { pageName } from '../api/pageName.ts'
import { isOtherAmount, isRecorded, stateNow } from '../onlinePayments/standing.ts'
import { createUtilityTime, type UtilityTime } from '../onlinePayments/utilityTime.ts'
import { actorOf } from '../session/person.ts'
import type { Counter } from '../session/counter.ts'
import type { AccountAccess } from './accountAccess.ts'

export type OnlinePaymentParts = Omit<AskParts, 'api' | 'time' | 'readers'> & {
  db: WritableDb
  /** Null where no utility is configured. */
  api: Pick<ApiClient, 'openPayment' | 'getPayment'> | null
  counter: Pick<Counter, 'current' | 'mayRead'>
  accounts: AccountAccess
  isOnline: () => boolean
  /** One that the session may read stands otherwise. */
  onChanged: () => void
  /** In [0, 1). */
  random?: () => number
}

/** More of one account are not asked about at once. */
const MOST_FOLLOWED = 10

type Given = Omit<OnlinePaymentParts, 'api' | 'onChanged'> & { readers: AccountAccess; time: UtilityTime; following: Following | null }

/** Paying on one's own phone: opened at the utility, shown as a QR, followed while the visit lasts. */
export function createOnlinePaymentService({ api, onChanged, ...parts }: OnlinePaymentParts) {
  const { db, counter, accounts } = parts
  const time = createUtilityTime(parts.clock)
  const asking = api && { ...parts, readers: accounts, api, time }
  const following = asking && createFollowing({ ...asking, onChanged: ({ accountId }) => counter.mayRead(accountId) && onChanged() })
  const given: Given = { ...parts, readers: accounts, time, following }
  const openOnce = createOpening()

  const handlers = {
    'onlinePayments.open': async ({ bankId, invoiceIds }) => {
      const order = orderOf(parts, bankId, invoiceIds)
      if (!order.ok) return order
      if (!asking || !parts.isOnline()) return failure({ code: 'utility-offline' })
      const opened = await openOnce(asking, order.value)
      // The visit may have ended meanwhile: the payment stays, and is there when the account is opened again.
      if (!counter.mayRead(order.value.accountId)) return failure({ code: 'not-allowed' })
      return opened.ok ? success({ paymentId: opened.value.id }) : opened
    },
    'onlinePayments.show': ({ paymentId }) => {
      const payment = findOnlinePayment(db, paymentId)
      if (!payment || !isOpened(payment)) return failure({ code: 'not-allowed' })
      const opened = accounts.open(payment.accountId)
      if (!opened.ok) return opened
      following?.follow(paymentId)
      return success({ account: opened.value.header, ...describe(payment, given) })
    },
    'onlinePayments.list': ({ accountId }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const all = onlinePaymentsOf(db, accountId).filter(isOpened)
      const mayBePaid = all.filter(({ state }) => state === 'pending' || state === 'withdrawn')
      for (const { id } of mayBePaid.slice(0, MOST_FOLLOWED)) following?.follow(id)
      return success({
        payments: all
          .filter((payment) => isNews(payment, given))
          .sort(paidFirst)
          .map((payment) => summarise(payment, given)),
      })
    },
  } satisfies HandlersOf<'onlinePayments'>
  return { handlers, endSession: (): void => following?.end() }
}

/** Two touches on the same ask once. */
function createOpening(): typeof openPayment {
  const underWay = new Map<string, ReturnType<typeof openPayment>>()
  return (asking, order) => {
    const key = JSON.stringify([order.bank.id, ...order.invoices.map(({ id }) => id)])
    const opening = underWay.get(key) ?? openPayment(asking, order).finally(() => underWay.delete(key))
    underWay.set(key, opening)
    return opening
  }
}

const summarise = (payment: OpenedPayment, given: Given): OnlinePaymentSummary => ({
  id: payment.id,
  bankId: payment.bankId,
  bankName: payment.bankName,
  amount: payment.paidAmount ?? payment.amount,
  state: stateNow(payment, given),
  expiresAt: payment.expiresAt,
})

function describe(payment: OpenedPayment, given: Given): Omit<OnlinePayment, 'account'> {
  const { id, invoices, reference, checkoutUrl } = payment
  const summary = summarise(payment, given)
  return {
    ...summary,
    invoices,
    reference,
    qr: summary.state === 'pending' ? qrPicture(checkoutUrl) : null,
    page: pageName(checkoutUrl),
    current: given.isOnline() && given.following?.isCurrent(id) === true,
    otherAmount: isOtherAmount(payment),
    recorded: payment.state === 'paid' && isRecorded(given.readers.of(payment.accountId), payment),
  }
}

/** What was received is said before what can still be paid. */
const paidFirst = (one: OpenedPayment, other: OpenedPayment): number => Number(other.state === 'paid') - Number(one.state === 'paid')

/** By which can still be paid, or which the account does not show yet. */
function isNews(payment: OpenedPayment, given: Given): boolean {
  const state = stateNow(payment, given)
  return state === 'pending' || (state === 'paid' && !isRecorded(given.readers.of(payment.accountId), payment))
}

/** What the session may pay at that bank. Problems: not-allowed, paid-meanwhile, nothing-owed, outdated-invoice, not-found, bank-unknown. */
function orderOf({ accounts, counter }: Pick<OnlinePaymentParts, 'accounts' | 'counter'>, bankId: string, invoiceIds: string[]): Result<PaymentOrder> {
  const db = accounts.of(accounts.find((each) => accountOfInvoices(each, invoiceIds)))
  const access = accessToPay({ db, counter }, invoiceIds)
  if (!access.ok) return access
  const owed = readOwed(db, invoiceIds)
  if (!owed.ok) return owed
  const { account, zone, invoices } = owed.value
  const bank = findBank(db, bankId)
  if (!bank?.online || !bank.zoneIds.includes(zone.id)) return failure({ code: 'bank-unknown' })
  return success({ actor: actorOf(counter.current().person), accountId: account.id, bank, invoices })
}
