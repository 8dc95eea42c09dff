import type { BillComparison } from '../../../shared/contract/account.ts'

export interface Reason {
  kind: keyof BillComparison['parts']
  /** Minor units; positive where it makes the invoice more. */
  amount: number
}

const ORDER: readonly Reason['kind'][] = ['consumption', 'price', 'days', 'charges', 'taxes']

/** What made the difference, in the order in which it is told; what made none is not told. */
export const reasonsOf = ({ parts }: Pick<BillComparison, 'parts'>): Reason[] =>
  ORDER.map((kind) => ({ kind, amount: parts[kind] })).filter(({ amount }) => amount !== 0)
