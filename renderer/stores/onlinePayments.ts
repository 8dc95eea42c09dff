import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Problem } from '../../shared/problems.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { useKiosk } from './kiosk.ts'
import { useSession } from './session.ts'

/** Paying on one's own phone: what is open for this account, and the payment that is looked at. Gone with the visitor. */
export const useOnlinePayments = defineStore('onlinePayments', () => {
  const session = useSession()
  const kiosk = useKiosk()
  const list = createAnswer('onlinePayments.list')
  const one = createAnswer('onlinePayments.show')
  const opening = createOpening()
  let looksAt: string | null = null

  async function loadList(): Promise<void> {
    if (session.account) await list.load({ accountId: session.account.accountId })
  }
  async function show(paymentId: string): Promise<void> {
    looksAt = paymentId
    await one.load({ paymentId })
  }

  function reload(): void {
    if (session.account && list.value.value) void loadList()
    if (session.account && looksAt !== null) void show(looksAt)
  }
  onEvent('onlinePayments.changed', reload)
  // Whether it can be known how it stands.
  watch(() => kiosk.online, reload)

  function forget(): void {
    list.forget()
    one.forget()
    looksAt = null
    opening.dismiss()
  }
  onOtherAccount(forget)

  /** By which can still be paid, and what was paid and is not in the account yet. */
  const news = computed(() => list.value.value?.payments ?? [])
  return { news, shown: one.value, problem: one.problem, loadList, show, ...opening }
})

/** Asking for a payment, one at a time. */
function createOpening() {
  const isOpening = ref(false)
  /** Asked for and not opened: why. */
  const refused = ref<Problem | null>(null)
  let asked = 0

  /** Answers the payment's id, or null where there is none: `refused` says why. A second touch does nothing. */
  async function open(bankId: string, invoiceIds: string[]): Promise<string | null> {
    if (isOpening.value) return null
    dismiss()
    const mine = asked
    isOpening.value = true
    const answer = await call('onlinePayments.open', { bankId, invoiceIds })
    if (mine !== asked) return null
    isOpening.value = false
    if (answer.ok) return answer.value.paymentId
    refused.value = answer.problem
    return null
  }

  /** Something else is wanted now: what was refused is said no longer, and an answer that still comes leads nowhere. The account shows what it opened. */
  function dismiss(): void {
    asked += 1
    isOpening.value = false
    refused.value = null
  }
  return { isOpening, refused, open, dismiss }
}
