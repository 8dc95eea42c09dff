import type { RequestState, RequestSummary } from '../contract/requests.ts'

const STATES = { pending: 'stored', delivered: 'received', refused: 'setAside' } as const

/** The state of a command while the utility says nothing of it. `isSettled`: staff have corrected or closed what was refused. */
export const stateOfCommand = (state: keyof typeof STATES, isSettled: boolean): RequestState => (state === 'refused' && isSettled ? 'closed' : STATES[state])

/** Whether the days run in which a claim is answered. */
const RUNS: Record<RequestState, boolean> = {
  stored: true,
  setAside: false,
  closed: false,
  received: true,
  inProgress: true,
  waitingCustomer: false,
  resolved: false,
  rejected: false,
}

/**
 * In how many business days a claim is answered, where its zone has that rule and no date is known yet; null for everything else, and while the
 * utility waits for the customer.
 */
export const answerDaysOf = ({ kind, state, answerDueOn }: Pick<RequestSummary, 'kind' | 'state' | 'answerDueOn'>, zoneDays: number | null): number | null =>
  kind === 'claim' && answerDueOn === null && RUNS[state] ? zoneDays : null
