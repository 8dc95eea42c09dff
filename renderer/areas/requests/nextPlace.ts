import type { RequestSummary } from '../../../shared/contract/requests.ts'

/** The regulator is the next place of a claim that the utility answers, and not of one that staff still have to see to. */
export const hasNextPlace = ({ kind, state }: Pick<RequestSummary, 'kind' | 'state'>): boolean => kind === 'claim' && state !== 'setAside'
