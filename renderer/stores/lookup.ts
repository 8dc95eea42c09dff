import { defineStore } from 'pinia'
import { computed, ref, watch, type Ref } from 'vue'
import type { Zone } from '../../shared/contract/kiosk.ts'
import { findLookalikes, type Lookalike } from '../../shared/domain/digitLookalikes.ts'
import { hasUsualLength } from '../../shared/domain/invoiceNumber.ts'
import type { Problem } from '../../shared/problems.ts'
import { call } from '../bridge/kiosk.ts'
import { useCountdown } from './countdown.ts'
import { useKiosk } from './kiosk.ts'
import { withoutFields } from './mending.ts'
import { useSession } from './session.ts'

/** What is typed on *Consultar con mi factura*, and what became of it. Forgotten with the visitor and when the screen is left. */
export const useLookup = defineStore('lookup', () => {
  const kiosk = useKiosk()
  const session = useSession()

  const busy = ref(false)
  const problem = ref<Problem | null>(null)
  const { chosenZone, accountNumber, invoiceNumber, swap } = createTyped(problem)
  /** Until the next attempt is taken. */
  const { left: wait, start: holdOff } = useCountdown(() => {
    if (problem.value?.code === 'throttled') problem.value = null
  })
  const zone = computed(() => kiosk.zones.find(({ id }) => id === chosenZone.value) ?? kiosk.homeZone)

  const lookalike = computed(() => (isAboutInvoice(problem.value) ? likelyMeant(invoiceNumber.value, zone.value) : null))

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

  return { chosenZone, zone, accountNumber, invoiceNumber, busy, problem, lookalike, wait, submit, swap, clear }
})

const isAboutInvoice = (problem: Problem | null): boolean =>
  problem?.code === 'no-match' || (problem?.fields?.some(({ field }) => field === 'invoiceNumber') ?? false)

/** What was perhaps meant by a number that was not found or not understood. */
function likelyMeant(typed: string, zone: Zone | null): Lookalike | null {
  const found = findLookalikes(typed)
  return found && (zone?.invoice.pattern != null || hasUsualLength(found.meant)) ? found : null
}

/** The zone and the two numbers. What was said of one goes as soon as it is changed; a delay runs on. */
function createTyped(problem: Ref<Problem | null>) {
  const chosenZone = ref<string | null>(null)
  const accountNumber = ref('')
  const invoiceNumber = ref('')

  function mended(...fields: string[]): void {
    const code = problem.value?.code
    const isOfBoth = code === 'no-match' || code === 'numbers-swapped'
    if (isOfBoth || (code === 'wrong-check-digit' && fields.includes('accountNumber'))) problem.value = null
    else problem.value = withoutFields(problem.value, fields)
  }
  watch(accountNumber, () => mended('accountNumber'), { flush: 'sync' })
  watch(invoiceNumber, () => mended('invoiceNumber'), { flush: 'sync' })
  // Each zone has rules of its own for both.
  watch(chosenZone, () => mended('zoneId', 'accountNumber', 'invoiceNumber'), { flush: 'sync' })

  function swap(): void {
    const before = accountNumber.value
    accountNumber.value = invoiceNumber.value
    invoiceNumber.value = before
  }
  return { chosenZone, accountNumber, invoiceNumber, swap }
}
