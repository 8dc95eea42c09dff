import { useI18n } from 'vue-i18n'
import type { FiledCommand } from '../../../shared/contract/outbox.ts'

type Standing = Pick<FiledCommand, 'state' | 'settled'>

const tones = { pending: 'due', delivered: 'good', refused: 'late', corrected: 'good', closed: 'neutral' } as const

/** How something that was filed stands, in a word, and what staff made of it. */
export function useCommandWords() {
  const { t } = useI18n()
  const standing = ({ state, settled }: Standing) => settled?.how ?? state
  return {
    toneOf: (command: Standing) => tones[standing(command)],
    tagOf: (command: Standing): string => t(`desks.outbox.tags.${standing(command)}`),
    /** `Corregida por K07-…`, `Cerrada: …`; empty where nobody has seen to it. */
    settledAs({ settled }: Standing): string {
      if (!settled) return ''
      if (settled.how === 'corrected') return t('desks.outbox.correctedBy', { folio: settled.by.folio })
      return t('desks.outbox.closedBecause', { reason: settled.reason })
    },
  }
}
