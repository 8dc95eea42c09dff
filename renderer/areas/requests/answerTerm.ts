import type { RequestSummary } from '../../../shared/contract/requests.ts'
import { useAccountZone } from '../../zones/accountZone.ts'

const AWAITED: readonly RequestSummary['state'][] = ['stored', 'received', 'inProgress']

/** In how many business days a claim is answered, where its zone has that rule and no date is known yet; null for everything else. */
export function useAnswerTerm(): (filed: Pick<RequestSummary, 'kind' | 'state' | 'answerDueOn'>) => number | null {
  const zone = useAccountZone()
  return ({ kind, state, answerDueOn }) =>
    kind === 'claim' && answerDueOn === null && AWAITED.includes(state) ? (zone.value?.claimBusinessDays ?? null) : null
}
