import type { Invoice } from '../../shared/utility-api/generated/types.gen.ts'
import { zInvoice } from '../../shared/utility-api/generated/zod.gen.ts'
import type { Clock } from '../clock.ts'
import type { Archive } from './archive.ts'
import type { Feed } from './feed.ts'
import type { Accounts } from './judge.ts'
import type { LaggingEffects } from './lag.ts'
import { createPaymentDesk, type DeskPayment, type PaymentDesk } from './paymentDesk.ts'

interface Books {
  archive: Archive
  feed: Feed
  accounts: Accounts
  today: string
}

/** A desk that takes payments of the invoices as they stand; what is paid appears in the feed at once, or when `effects` says. */
export function openPaymentDesk({ clock, effects, ...books }: Books & { clock: Clock; effects: Pick<LaggingEffects, 'add'> }): PaymentDesk {
  const invoice = (id: string): Invoice | null => currentInvoice(books, id)
  return createPaymentDesk({ accounts: books.accounts, invoice, clock, onPaid: (payment) => effects.add(() => bookPayment(payment, books)) })
}

/** As the feed has it now. */
function currentInvoice({ archive, feed }: Books, id: string): Invoice | null {
  const changed = zInvoice.safeParse(feed.latest('invoice', id))
  return changed.success ? changed.data : archive.findInvoice(id)
}

/** What a payment changes in the utility's books. */
function bookPayment({ intent, accountId, bank, invoices }: DeskPayment, books: Books): void {
  const { feed, accounts, today } = books
  const { id, amount, reference } = intent
  const numbers = invoices.map(({ number }) => number)
  feed.upsert('payment', { id: `${id}-p`, accountId, paidOn: today, amount, channel: bank.name, reference, invoiceNumbers: numbers })
  feed.upsert('movement', {
    id: `${id}-m`,
    accountId,
    postedOn: today,
    kind: 'payment',
    description: `Pago en ${bank.name}`,
    documentNumber: numbers[0] ?? null,
    amount: -amount,
  })
  for (const each of invoices) feed.upsert('invoice', { ...(currentInvoice(books, each.id) ?? each), balance: 0, status: 'paid' })
  const account = accounts(accountId)
  if (account) feed.upsert('account', { ...account, balance: account.balance - amount })
}
