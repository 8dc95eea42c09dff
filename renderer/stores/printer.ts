import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Attention, JobKind, PrinterStatus } from '../../shared/contract/printing.ts'
import { printerFor } from '../../shared/domain/printers.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { useKiosk } from './kiosk.ts'

/** How the printer stood when it was last asked: the one on which the paper of the screen comes out. */
export const usePrinter = defineStore('printer', () => {
  const kiosk = useKiosk()
  const status = ref<PrinterStatus | null>(null)
  const kind = ref<JobKind>('duplicate')
  const checking = ref(false)
  const offline = computed(() => status.value?.state === 'offline')
  /** What it waits for before anything can come out; null when it is well, or has not been asked. */
  const need = computed<Attention | null>(() => {
    if (offline.value) return 'offline'
    return status.value?.state === 'attention' ? (status.value.attention[0] ?? 'other') : null
  })
  const roleOf = (of: JobKind) => printerFor(of, kiosk.printers)
  const role = computed(() => roleOf(kind.value))

  /** What is known of another printer is forgotten first. */
  async function check(of: JobKind = kind.value): Promise<void> {
    if (roleOf(of) !== role.value) status.value = null
    kind.value = of
    checking.value = true
    const answer = await call('printing.printer', { kind: of })
    checking.value = false
    if (answer.ok && of === kind.value) status.value = answer.value
  }
  onOtherVisitor(() => {
    status.value = null
    kind.value = 'duplicate'
  })

  return { checking, offline, need, role, check }
})
