import type { Zone } from '../utility-api/generated/types.gen.ts'
import { groupsOf } from './pattern.ts'

/** Null is what a code does not tell. */
export interface BillNumbers {
  accountNumber: string | null
  invoiceNumber: string | null
}

/** What a zone's own rules read in any of the texts that a scanner may have meant. */
export const billsIn = (texts: readonly string[], rules: NonNullable<Zone['billCodes']>): BillNumbers[] =>
  texts.flatMap((text) => rules.flatMap(({ pattern }) => readBy(pattern, text)))

function readBy(pattern: string, text: string): BillNumbers[] {
  const { account, invoice } = groupsOf(pattern, text) ?? {}
  return account || invoice ? [{ accountNumber: account || null, invoiceNumber: invoice || null }] : []
}
