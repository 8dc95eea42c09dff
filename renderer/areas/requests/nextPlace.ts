import type { RequestSummary } from '../../../shared/contract/requests.ts'

/** Whether to name the regulator: not for claims that staff still have to correct. Whoever does not agree with a closing may go there too. */
export const hasNextPlace = ({ kind, state }: Pick<RequestSummary, 'kind' | 'state'>): boolean => kind === 'claim' && state !== 'setAside'
