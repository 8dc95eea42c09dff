import { useI18n } from 'vue-i18n'
import { MINUS } from '../../../shared/domain/numbers.ts'

/** How the rows of a day are called on the screen. */
export function useDayWords() {
  const { t } = useI18n()
  return {
    person({ who, name }: { who: string; name: string | null }): string {
      if (who === 'customers' || who === 'staff') return t(`dayEnd.${who}`)
      return name ?? who.slice('clerk:'.length)
    },
    /** `09:00`; of two of that name, which one. */
    hour: ({ hour, turn }: { hour: string; turn: 1 | 2 | null }): string =>
      turn === null ? hour : t(turn === 1 ? 'dayEnd.turn.first' : 'dayEnd.turn.second', { hour }),
    /** `+2`, `−1` */
    change: (count: number): string => `${count > 0 ? '+' : MINUS}${Math.abs(count)}`,
  }
}
