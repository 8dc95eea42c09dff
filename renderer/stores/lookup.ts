import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Problem } from '../../shared/problems.ts'
import { call } from '../bridge/kiosk.ts'
import { useCountdown } from './countdown.ts'
import { useKiosk } from './kiosk.ts'
import { useSession } from './session.ts'

/** What is typed on *Consultar con mi factura*, and what became of it. Forgotten with the visitor and when the screen is left. */
export const useLookup = defineStore('lookup', () => {
  const kiosk = useKiosk()
  const session = useSession()

  const chosenZone = ref<string | null>(null)
  const accountNumber = ref('')
  const invoiceNumber = ref('')
  const busy = ref(false)
  const problem = ref<Problem | null>(null)
  /** Until the next attempt is taken. */
  const { left: wait, start: holdOff } = useCountdown(() => {
    if (problem.value?.code === 'throttled') problem.value = null
  })
  const zone = computed(() => kiosk.zones.find(({ id }) => id === chosenZone.value) ?? kiosk.homeZone)

  /** True when the account is open and the screen can move on. */
  async function submit(): Promise<boolean> {
    if (busy.value || wait.value > 0) return false
    // The zones come with the first data.
    if (!zone.value) return settle({ code: 'preparing-data' })
    busy.value = true
    const visitor = session.visitor
    const request = { zoneId: zone.value.id, accountNumber: accountNumber.value, invoiceNumber: invoiceNumber.value }
    const answer = await call('lookup.identify', request)
    if (visitor !== session.visitor) return false
    busy.value = false
    if (answer.ok) [session.account, session.zoneId] = [answer.value, request.zoneId]
    return settle(answer.ok ? null : answer.problem)
  }

  function settle(now: Problem | null): boolean {
    problem.value = now
    if (now?.retryAfterSeconds) holdOff(now.retryAfterSeconds)
    return now === null
  }

  function clear(): void {
    chosenZone.value = null
    for (const typed of [accountNumber, invoiceNumber]) typed.value = ''
    problem.value = null
    busy.value = false
  }
  watch(() => session.visitor, clear, { flush: 'sync' })

  return { chosenZone, zone, accountNumber, invoiceNumber, busy, problem, wait, submit, clear }
})
