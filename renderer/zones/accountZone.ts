import { computed, type ComputedRef } from 'vue'
import type { Zone } from '../../shared/contract/kiosk.ts'
import { useKiosk } from '../stores/kiosk.ts'
import { useSession } from '../stores/session.ts'

/** The zone of the open account, whose company serves it and whose telephone numbers count; the branch's own while no account is open. */
export function useAccountZone(): ComputedRef<Zone | null> {
  const session = useSession()
  const kiosk = useKiosk()
  return computed(() => kiosk.zones.find(({ id }) => id === session.zoneId) ?? kiosk.homeZone)
}
