import { readAccountNumber } from './accountNumber.ts'
import { readInvoiceNumber } from './invoiceNumber.ts'

interface TypedNumbers {
  accountNumber: string
  invoiceNumber: string
}
/** The zone's own rules. */
interface Patterns {
  account: string | null
  invoice: string | null
}

/**
 * Each number has the form of the other and not its own. Judged by form alone, before anything is looked up: it tells nobody whether an
 * account or an invoice exists.
 */
export function areSwapped({ accountNumber, invoiceNumber }: TypedNumbers, { account, invoice }: Patterns): boolean {
  const canBeRead = (first: string, second: string): boolean => readAccountNumber(first, account).ok && readInvoiceNumber(second, invoice).ok
  return !canBeRead(accountNumber, invoiceNumber) && canBeRead(invoiceNumber, accountNumber)
}
