import type { Agreement } from '../../../shared/contract/agreements.ts'

/** An agreement of which so many rows are built by now. */
export interface BuiltAgreement {
  agreement: Agreement
  rows: number
}

/** How many parts a list is built of: each agreement is one, and each of its rows. */
export const partsOf = (agreements: readonly Agreement[]): number => agreements.reduce((sum, { installments }) => sum + 1 + installments.length, 0)

/** Those that so many parts are enough for, the last of them with as many rows as are left. */
export function firstParts(agreements: readonly Agreement[], parts: number): BuiltAgreement[] {
  const [agreement, ...rest] = agreements
  if (!agreement || parts < 1) return []
  const rows = Math.min(agreement.installments.length, parts - 1)
  return [{ agreement, rows }, ...firstParts(rest, parts - 1 - rows)]
}
