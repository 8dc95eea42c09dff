import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { KioskDescription, KioskStatus, Zone } from '../../shared/contract/kiosk.ts'
import type { Notice } from '../../shared/contract/notices.ts'
import type { PrinterRole } from '../../shared/contract/printing.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'

/** What this kiosk is and how it stands: a mirror of the main process. */
export const useKiosk = defineStore('kiosk', () => {
  const description = ref<KioskDescription | null>(null)
  const status = ref<KioskStatus | null>(null)
  const notices = ref<Notice[]>([])

  /** The printers that the branch has, by role. */
  const printers = computed<PrinterRole[]>(() => description.value?.printers ?? ['documents'])
  const zones = computed<Zone[]>(() => description.value?.zones ?? [])
  const homeZone = computed<Zone | null>(() => zones.value.find(({ id }) => id === description.value?.homeZoneId) ?? zones.value[0] ?? null)
  const online = computed(() => status.value?.online ?? false)
  const preparing = computed(() => status.value?.data === 'preparing')
  /** The utility has never been heard: whose counter this is, is not known yet. */
  const neverHeard = computed(() => preparing.value && description.value !== null && description.value.branch === null)
  const outOfService = computed(() => status.value?.outOfService ?? false)
  /** Before the branch is known: this machine's own. */
  const branchTimeZone = computed(() => description.value?.branch?.timeZone ?? homeZone.value?.timeZone ?? machineTimeZone())

  /** Reads everything again: at the start, and whenever the page finds its program back. */
  async function load(): Promise<void> {
    const [described, standing] = await Promise.all([call('kiosk.describe', {}), call('kiosk.status', {})])
    if (described.ok) description.value = described.value
    if (standing.ok) status.value = standing.value
    await loadNotices()
  }

  async function loadNotices(): Promise<void> {
    const answer = await call('kiosk.notices', {})
    if (answer.ok) notices.value = answer.value.notices
  }

  onEvent('kiosk.described', (now) => {
    description.value = now
    void loadNotices()
  })
  onEvent('kiosk.status', (now) => {
    const becameReady = preparing.value && now.data === 'ready'
    status.value = now
    if (becameReady) void loadNotices()
  })

  return { description, status, notices, printers, zones, homeZone, online, preparing, neverHeard, outOfService, branchTimeZone, load, loadNotices }
})

const machineTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
