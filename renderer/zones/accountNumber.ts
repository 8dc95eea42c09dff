import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AccountHeader } from '../../shared/contract/account.ts'
import { fullNumber } from '../../shared/domain/accountNumber.ts'
import { useKiosk } from '../stores/kiosk.ts'

/** The number of an account, by the name that its zone gives it. */
export function useAccountNumber(account: () => AccountHeader): ComputedRef<string> {
  const { t } = useI18n()
  const kiosk = useKiosk()
  return computed(() => {
    const label = kiosk.zones.find(({ id }) => id === account().zoneId)?.account.label
    return label ? `${label} ${fullNumber(account())}` : t('account.number', { number: fullNumber(account()) })
  })
}
