import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AccountHeader } from '../../shared/contract/account.ts'
import { fullNumber } from '../../shared/domain/accountNumber.ts'
import { useAccountZone } from './accountZone.ts'

/** The number of the open account, by the name that its zone gives it. */
export function useAccountNumber(account: () => AccountHeader): ComputedRef<string> {
  const { t } = useI18n()
  const zone = useAccountZone()
  return computed(() => {
    const label = zone.value?.account.label
    return label ? `${label} ${fullNumber(account())}` : t('account.number', { number: fullNumber(account()) })
  })
}
