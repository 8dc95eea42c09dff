import type { Bank, Invoice } from '../../shared/utility-api/generated/types.gen.ts'
import { zOpenPaymentBody } from '../../shared/utility-api/generated/zod.gen.ts'
import { banks } from './data/banks.ts'
import { parseJson } from './json.ts'
import type { Accounts } from './judge.ts'
import { type Refusal, refusal } from './problem.ts'

/** What is to be paid where. */
export interface PaymentOrder {
  accountId: string
  bank: Bank
  invoices: Invoice[]
}

export interface OrderBooks {
  accounts: Accounts
  /** As it stands now, or null. */
  invoice: (id: string) => Invoice | null
}

/** What is to be paid, or why that cannot be. */
export function readPaymentOrder(bytes: Buffer, { accounts, invoice }: OrderBooks): { ok: true; order: PaymentOrder } | { ok: false; problem: Refusal } {
  const parsed = zOpenPaymentBody.safeParse(parseJson(bytes))
  if (!parsed.success) return refuse('invalid-payment', 'El mensaje no cumple la especificación')
  const { accountId, invoiceIds, bankId } = parsed.data
  const account = accounts(accountId)
  if (!account) return refuse('unknown-account', 'La cuenta no existe')
  const bank = banks.find(({ id, online, zoneIds }) => id === bankId && online && zoneIds.includes(account.zoneId))
  if (!bank) return refuse('bank-not-online', 'El banco no recibe pagos en línea')
  const invoices = [...new Set(invoiceIds)].map(invoice).filter((each) => each !== null)
  if (invoices.length < new Set(invoiceIds).size || invoices.some((each) => each.accountId !== accountId))
    return refuse('unknown-invoice', 'La factura no existe')
  if (invoices.some(({ balance, status }) => balance <= 0 || status === 'paid' || status === 'cancelled')) {
    return refuse('nothing-owed', 'La factura ya está pagada')
  }
  return { ok: true, order: { accountId, bank, invoices } }
}

const refuse = (name: string, title: string): { ok: false; problem: Refusal } => ({ ok: false, problem: refusal(422, name, title) })
