import type { RequestState, RequestSummary } from '../contract/requests.ts'

/** The state of a command while the utility says nothing of it, and staff have not seen to it. */
export const stateOfCommand = { pending: 'stored', delivered: 'received', refused: 'setAside' } as const

const RUNS: readonly RequestState[] = ['stored', 'received', 'inProgress']

/**
 * In how many business days a claim is answered, where its zone has that rule and no date is known yet; null for everything else, and while the
 * utility waits for the customer.
 */
export const answerDaysOf = ({ kind, state, answerDueOn }: Pick<RequestSummary, 'kind' | 'state' | 'answerDueOn'>, zoneDays: number | null): number | null =>
  kind === 'claim' && answerDueOn === null && RUNS.includes(state) ? zoneDays : null
