import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Attention, PrinterStatus } from '../../shared/contract/printing.ts'
import { call } from '../bridge/kiosk.ts'
import { useSession } from './session.ts'

/** How the printer stood when it was last asked. */
export const usePrinter = defineStore('printer', () => {
  const session = useSession()
  const status = ref<PrinterStatus | null>(null)
  const checking = ref(false)
  const offline = computed(() => status.value?.state === 'offline')
  /** What it waits for before anything can come out; null when it is well, or has not been asked. */
  const need = computed<Attention | null>(() => {
    if (offline.value) return 'offline'
    return status.value?.state === 'attention' ? (status.value.attention[0] ?? 'other') : null
  })

  async function check(): Promise<void> {
    checking.value = true
    const answer = await call('printing.printer', {})
    checking.value = false
    if (answer.ok) status.value = answer.value
  }
  watch(
    () => session.visitor,
    () => {
      status.value = null
    },
    { flush: 'sync' },
  )

  return { checking, offline, need, check }
})
