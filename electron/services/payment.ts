import type { HandlersOf } from '../../shared/contract/index.ts'
import type { PayPlace } from '../../shared/contract/payment.ts'
import { isOwed, oldestFirst, payBy, totalOwed } from '../../shared/domain/owed.ts'
import { failure, success } from '../../shared/result.ts'
import type { Bank, Invoice } from '../../shared/utility-api/generated/types.gen.ts'
import { listBanks } from '../cache/queries/banks.ts'
import { findInvoice, listInvoices } from '../cache/queries/invoices.ts'
import type { Clock } from '../clock.ts'
import { areBarsCarried } from '../documents/slip/coupons.ts'
import type { AccountAccess } from './accountAccess.ts'
import { whyNotOwed } from '../documents/owedInvoices.ts'
import { readStandings } from './standings.ts'

interface PaymentParts {
  clock: Clock
  accounts: AccountAccess
  hasTicketPrinter: boolean
}

/** Where and until when an invoice can be paid. */
export function createPaymentService({ clock, accounts, hasTicketPrinter }: PaymentParts) {
  return {
    /** Problems: not-allowed, nothing-owed, outdated-invoice. */
    'payment.options': ({ invoiceId }) => {
      const asked = accounts.find((db) => findInvoice(db, invoiceId))
      // One answer for an invoice that does not exist and for one that is somebody else's.
      if (!asked) return failure({ code: 'not-allowed' })
      const opened = accounts.open(asked.accountId)
      if (!opened.ok) return opened
      const { zone, header, db } = opened.value
      if (!isOwed(asked)) return failure({ code: whyNotOwed([asked]) })
      const { today, summarise } = readStandings({ db, clock }, asked.accountId, zone)
      const others = listInvoices(db, asked.accountId).filter((invoice) => isOwed(invoice) && invoice.id !== asked.id)
      const invoices = [asked, ...oldestFirst(others)]
      return success({
        account: header,
        invoices: invoices.map((invoice) => ({ ...summarise(invoice), payBy: payBy(invoice, today) })),
        total: totalOwed(invoices),
        payBy: payBy(asked, today),
        cashTicket: hasTicketPrinter,
        places: asked.paymentReference ? listBanks(db, zone.id).map((bank) => describePlace(bank, asked, today)) : [],
      })
    },
  } satisfies HandlersOf<'payment'>
}

const describePlace = (bank: Bank, asked: Invoice, today: string): PayPlace => ({
  bankId: bank.id,
  name: bank.name,
  kind: bank.kind ?? 'bank',
  bars: areBarsCarried(bank, [asked], today),
  online: bank.online,
})
