import { computed, type ComputedRef } from 'vue'
import type { Zone } from '../../shared/contract/kiosk.ts'
import { useKiosk } from '../stores/kiosk.ts'
import { useLookup } from '../stores/lookup.ts'
import { useSession } from '../stores/session.ts'

/** The zone that the person is dealing with: the open account's, else the one chosen for the look-up, else the branch's own. */
export function useCurrentZone(): ComputedRef<Zone | null> {
  const session = useSession()
  const kiosk = useKiosk()
  const lookup = useLookup()
  return computed(() => kiosk.zones.find(({ id }) => id === session.zoneId) ?? lookup.zone)
}
