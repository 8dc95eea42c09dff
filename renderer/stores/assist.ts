import { defineStore } from 'pinia'
import { computed, ref, type Ref } from 'vue'
import type { Problem } from '../../shared/problems.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { useClerk } from './clerk.ts'
import { onOtherAccount, onOtherPresence } from './forgetting.ts'
import { useSession } from './session.ts'

/** The customer whom a clerk serves: a visit of their own, which begins and ends here. What their page shows is gone with it. */
export const useAssist = defineStore('assist', () => {
  const session = useSession()
  const clerk = useClerk()
  const customer = createAnswer('assist.customer')
  /** Whose account the screens are; null for nobody's. */
  const served = computed(() => (clerk.here === null ? null : session.accountId))
  async function load(): Promise<void> {
    if (served.value !== null) await customer.load({ accountId: served.value })
  }

  onEvent('assist.changed', ({ serving }) => {
    if (session.isOpen) session.forgetCustomer()
    if (!serving || !clerk.here) return
    session.contracts = 1
    session.open({ accountId: serving.accountId, invoiceId: null }, serving.zoneId)
  })
  onOtherAccount(customer.forget)
  return { customer: customer.value, customerProblem: customer.problem, served, load, ...createServing(served) }
})

/** Begins and ends the visit of a customer. */
function createServing(served: Readonly<Ref<string | null>>) {
  const session = useSession()
  /** A second choice meanwhile does nothing. */
  const isOpening = ref(false)
  const problem = ref<Problem | null>(null)

  /** Whether this customer is served now. Who is served already goes on. */
  async function open(accountId: string): Promise<boolean> {
    if (isOpening.value) return false
    problem.value = null
    if (accountId === served.value) return true
    const { presence } = session
    isOpening.value = true
    // Before it is asked: from here on nothing is asked in the name of the customer before.
    session.forgetCustomer()
    const answer = await call('assist.open', { accountId })
    if (presence !== session.presence) return false
    isOpening.value = false
    if (answer.ok) return served.value === accountId
    problem.value = answer.problem
    await call('assist.close', {})
    return false
  }
  async function close(): Promise<void> {
    session.forgetCustomer()
    await call('assist.close', {})
  }
  onOtherPresence(() => {
    isOpening.value = false
    problem.value = null
  })
  return { isOpening, problem, open, close }
}
