import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { hears } from '../../shared/contract/audience.ts'
import type { ClerkHere } from '../../shared/contract/clerk.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { useKiosk } from './kiosk.ts'
import { useSession } from './session.ts'

/** Who of the staff is signed in, as the main process tells. No PIN is kept here, not even while it is typed. */
export const useClerk = defineStore('clerk', () => {
  // It forgets the visitor before, and hears of the end of their session first.
  useSession()
  const kiosk = useKiosk()
  const here = ref<ClerkHere | null>(null)
  const isLocked = computed(() => here.value?.locked ?? false)
  /** The screen for staff stands in the place of the first one. */
  const comesFirst = computed(() => here.value !== null || kiosk.description?.mode === 'counter')
  /** *Estado del equipo* may be read. */
  const seesEquipment = computed(() => here.value !== null || (kiosk.description?.diagnostics ?? false))

  /** What customers wrote may be read and corrected, and paper printed again. */
  const serves = computed(() => here.value !== null && hears('serving', here.value.roles))

  onOtherVisitor(() => (here.value = null))
  onEvent('session.ended', ({ clerk }) => {
    if (clerk) here.value = clerk
  })
  onEvent('clerk.changed', (now) => (here.value = now))

  const lock = async (): Promise<void> => void (await call('clerk.lock', {}))
  return { here, isLocked, comesFirst, seesEquipment, serves, lock }
})
