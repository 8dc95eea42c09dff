import { defineStore } from 'pinia'
import { computed, ref, type Ref } from 'vue'
import type { CodeSent, SignedIn } from '../../shared/contract/signIn.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { useContracts } from './contracts.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createOfficeForm } from './officeForm.ts'
import { useSession } from './session.ts'

/** What became of *Entrar*: signed in with an account to show, signed in without one, led to the renewal, or not taken. */
export type Entered = 'account' | 'elsewhere' | 'renewal' | null

/** *Iniciar sesión*: what is typed, and who is signed in since. What was typed is forgotten with the screen, all of it with the visitor. */
export const useSignIn = defineStore('signIn', () => {
  const session = useSession()
  const form = createOfficeForm({ blank: () => ({ login: '', password: '' }), mended: () => null })
  const { wait, held } = form
  const customer = ref<SignedIn | null>(null)
  /** The former portal's login: a code is on its way. */
  const renewal = ref<CodeSent | null>(null)
  const canSend = computed(() => form.draft.login.trim() !== '' && form.draft.password !== '' && wait.value === 0)

  async function enter(): Promise<Entered> {
    if (!canSend.value) return null
    const { visitor } = session
    const { login, password } = form.draft
    const answer = await form.send(() => call('signIn.enter', { login, password }))
    if (!answer || visitor !== session.visitor) return null
    if (answer.outcome === 'renewal') {
      renewal.value = answer.sent
      return 'renewal'
    }
    customer.value = answer.customer
    // Whatever was open before is theirs no longer.
    session.closeAccount()
    const [first] = answer.customer.accounts
    if (!first) return 'elsewhere'
    session.contracts = answer.customer.accounts.length
    session.open({ accountId: first.accountId, invoiceId: null }, first.zoneId)
    return 'account'
  }

  /** The screen is left: whoever does not wait for the answer is not to be signed in by it. */
  function clear(): void {
    if (form.busy.value) void call('signIn.cancel', {})
    form.clear()
  }
  /** Another bill was looked up: whoever was signed in is so no longer. */
  function signedOut(): void {
    customer.value = null
  }
  function forget(): void {
    form.clear()
    customer.value = renewal.value = null
  }
  onOtherVisitor(forget)
  const theirs = followContracts(customer)
  return { ...form.typed, busy: form.busy, problem: form.problem, wait, held, canSend, customer, renewal, enter, clear, signedOut, ...theirs }
})

/** The accounts of whoever is signed in that come while they are here. */
function followContracts(customer: Ref<SignedIn | null>) {
  const session = useSession()
  const contracts = useContracts()
  /** All accounts of the visit, those also that are not shown. */
  const contractCount = computed(() => session.contracts + (customer.value?.elsewhere ?? 0))

  /** Those that did not come are asked for again: whether there is one to show now. */
  async function searchAgain(): Promise<boolean> {
    if (!(await contracts.searchAgain()) || !customer.value) return false
    const [first] = contracts.list?.contracts ?? []
    if (first) contracts.open(first)
    return first !== undefined
  }
  onEvent('contracts.changed', ({ shown, elsewhere }) => {
    if (!customer.value) return
    customer.value = { ...customer.value, elsewhere }
    contracts.recount(shown)
  })
  return { contractCount, searchAgain }
}
