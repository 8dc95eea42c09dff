import { computed, type ComputedRef } from 'vue'
import { useKiosk } from '../../stores/kiosk.ts'

/** Why this kiosk cannot give folios, or null. */
export function useFilingClosed(): ComputedRef<'not-enrolled' | 'other-machine' | null> {
  const kiosk = useKiosk()
  return computed(() => {
    const filing = kiosk.status?.filing ?? 'open'
    return filing === 'open' ? null : filing
  })
}
