import { computed, type ComputedRef } from 'vue'
import type { Zone } from '../../../shared/contract/kiosk.ts'
import { useAccount } from '../../stores/account.ts'
import { useKiosk } from '../../stores/kiosk.ts'

/** The zone of the open account, whose emergency number counts; the branch's own until the account's is known. */
export function useAccountZone(): ComputedRef<Zone | null> {
  const account = useAccount()
  const kiosk = useKiosk()
  return computed(() => kiosk.zones.find(({ id }) => id === account.list?.account.zoneId) ?? kiosk.homeZone)
}
