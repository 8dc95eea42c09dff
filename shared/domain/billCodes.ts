import type { Zone } from '../utility-api/generated/types.gen.ts'
import { groupsOf } from './pattern.ts'

/** Null is what a code does not tell. */
export interface BillNumbers {
  accountNumber: string | null
  invoiceNumber: string | null
}

/** What a zone's own rules read in any of the texts that a scanner may have meant. */
export const billsIn = (texts: readonly string[], rules: NonNullable<Zone['billCodes']>): BillNumbers[] =>
  // Text by text for each rule: where there are more than are remembered, each is compiled once.
  rules.flatMap(({ pattern }) => texts.flatMap((text) => readBy(pattern, text)))

function readBy(pattern: string, text: string): BillNumbers[] {
  const { account, invoice } = groupsOf(pattern, text) ?? {}
  return account || invoice ? [{ accountNumber: account || null, invoiceNumber: invoice || null }] : []
}
