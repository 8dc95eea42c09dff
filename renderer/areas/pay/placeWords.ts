import { useI18n } from 'vue-i18n'
import type { PayPlace, PlaceTogether } from '../../../shared/contract/payment.ts'

/** A bank or store to choose, with what is said of it. */
export interface NamedPlace {
  bankId: string
  name: string
  detail: string
}

/** What is said of a place: what it is, and whether its bars can be read there. */
export function usePlaceWords() {
  const { t } = useI18n()
  return {
    /** Of what one account pays there. */
    one({ bankId, name, bars, kind, online }: PayPlace): NamedPlace {
      const words = t(bars ? `pay.kinds.${kind}` : `pay.noBars.${kind}`)
      return { bankId, name, detail: online ? `${words} · ${t('onlinePayment.also')}` : words }
    },
    /** Of what several contracts pay there. */
    together({ bankId, name, barless, kind }: PlaceTogether, accountIds: readonly string[]): NamedPlace {
      const count = barless.filter((id) => accountIds.includes(id)).length
      return { bankId, name, detail: count === 0 ? t(`pay.kinds.${kind}`) : t('pay.together.noBars', { count }, count) }
    },
  }
}
