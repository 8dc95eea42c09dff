import type { Invoice, Movement } from '../../../shared/utility-api/generated/types.gen.ts'
import { addDays } from './calendar.ts'
import type { Settled } from './settlement.ts'

/** Every charge and payment once; their sum is the account's balance. */
export function movementsOf({ invoices, payments }: Settled): Movement[] {
  const charges = invoices.map((invoice) => charge(invoice))
  const reversals = invoices.filter((invoice) => invoice.status === 'cancelled').map(reversal)
  const credits = payments.map((payment): Movement => ({
    id: `${payment.id}-m`,
    accountId: payment.accountId,
    postedOn: payment.paidOn,
    kind: 'payment',
    description: `${payment.amount < 0 ? 'Devolución del pago' : 'Pago'} en ${payment.channel}`,
    documentNumber: payment.invoiceNumbers?.[0] ?? null,
    amount: -payment.amount,
  }))
  return [...charges, ...reversals, ...credits]
}

export const balanceOf = (movements: readonly Movement[]): number => movements.reduce((sum, movement) => sum + movement.amount, 0)

const charge = (invoice: Invoice): Movement => ({
  id: `${invoice.id}-m`,
  accountId: invoice.accountId,
  postedOn: invoice.issuedOn,
  kind: 'invoice',
  description: `Factura ${invoice.number}`,
  documentNumber: invoice.number,
  amount: invoice.total,
})

const reversal = (invoice: Invoice): Movement => ({
  id: `${invoice.id}-c`,
  accountId: invoice.accountId,
  postedOn: addDays(invoice.issuedOn, 4),
  kind: 'adjustment',
  description: `Cancelación de la factura ${invoice.number}`,
  documentNumber: invoice.number,
  amount: -invoice.total,
})
