import { accountId } from './account.ts'

/** An account of a customer of this branch that belongs to another: beyond the largest sample, in Monterrey. */
export const elsewhereIndex = 1_000_002

/** The accounts that the branch's feed never holds. */
export const elsewhereIndexes: readonly number[] = [elsewhereIndex]

const ids = new Set(elsewhereIndexes.map(accountId))
export const isElsewhere = (id: unknown): boolean => typeof id === 'string' && ids.has(id)
