import { answerDaysOf } from '../../../shared/domain/answerTerm.ts'
import { useAccountZone } from '../../zones/accountZone.ts'

/** In how many business days what was filed for the account is answered; null where its zone has no such rule, and as `answerDaysOf` says. */
export function useAnswerTerm(): (filed: Parameters<typeof answerDaysOf>[0]) => number | null {
  const zone = useAccountZone()
  return (filed) => answerDaysOf(filed, zone.value?.claimBusinessDays ?? null)
}
