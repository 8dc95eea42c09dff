import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ReadingToBring } from '../../../shared/contract/reading.ts'
import { useFormat } from '../../i18n/format.ts'

/** The days of a window as people say them: `del 3 al 7 de diciembre`; the year only where it is another than today's. */
export function useWindowWords(reading: () => ReadingToBring): { days: ComputedRef<string>; opens: ComputedRef<string> } {
  const { t } = useI18n()
  const format = useFormat(() => reading().account.conventions)

  function daysOf({ opensOn, closesOn }: { opensOn: string; closesOn: string }, today: string): string {
    const isThisYear = [opensOn, closesOn].every((day) => day.slice(0, 4) === today.slice(0, 4))
    const words = (day: string): string => format.date(day, isThisYear ? 'day' : 'long')
    const [first, last] = [words(opensOn), words(closesOn)]
    if (opensOn === closesOn) return t('reading.day', { day: first })
    if (!isThisYear || opensOn.slice(0, 7) !== closesOn.slice(0, 7)) return t('reading.days', { first, last })
    // The month is said once, with the last day.
    return t('reading.days', { first: Number(opensOn.slice(8)), last })
  }

  return {
    days: computed(() => {
      const { window, today } = reading()
      return window ? daysOf(window, today) : ''
    }),
    opens: computed(() => {
      const { window } = reading()
      return window ? format.date(window.opensOn) : ''
    }),
  }
}
