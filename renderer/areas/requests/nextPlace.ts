import type { RequestSummary } from '../../../shared/contract/requests.ts'

/** Whether to name the regulator: for claims that the utility answers, not for those that staff still have to correct. */
export const hasNextPlace = ({ kind, state }: Pick<RequestSummary, 'kind' | 'state'>): boolean => kind === 'claim' && state !== 'setAside'
