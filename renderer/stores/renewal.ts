import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { CodeSent } from '../../shared/contract/signIn.ts'
import { failure } from '../../shared/result.ts'
import { call } from '../bridge/kioskBridge.ts'
import { noPassword, wrongPasswordFields } from './chosenPassword.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createOfficeForm } from './officeForm.ts'
import { useKiosk } from './kiosk.ts'
import { useSignIn } from './signIn.ts'

/** *Renovar contraseña*: first for whom, then the code and the new password. Forgotten with the visitor and when the screen is left. */
export const useRenewal = defineStore('renewal', () => {
  const kiosk = useKiosk()
  const signIn = useSignIn()
  const form = createOfficeForm({ blank: () => ({ login: '', ...noPassword() }) })
  /** A code is on its way. */
  const sent = ref<CodeSent | null>(null)
  /** The password is renewed. */
  const done = ref(false)
  const rule = computed(() => kiosk.homeZone?.registration.password ?? null)

  /** Whoever comes from a sign-in of the former portal has a code already. */
  watch(
    () => signIn.renewal,
    (renewal) => (sent.value = renewal),
    { immediate: true, flush: 'sync' },
  )

  async function ask(): Promise<void> {
    const login = form.draft.login.trim()
    if (login === '') form.problem.value = { code: 'invalid-fields', fields: [{ field: 'login', problem: 'empty' }] }
    else sent.value = (await form.send(() => call('signIn.askForRenewal', { login }))) ?? sent.value
  }
  async function renew(): Promise<void> {
    const { code, password } = form.draft
    const problem = wrongPasswordFields(form.draft, rule.value)
    const answer = await form.send(async () =>
      problem.length > 0 ? failure({ code: 'invalid-fields', fields: problem }) : call('signIn.renew', { code, password }),
    )
    if (answer) done.value = true
  }
  /** Back to whom it is for, as it was typed. */
  function again(): void {
    const { login } = form.draft
    form.clear()
    form.draft.login = login
    sent.value = null
  }
  function forget(): void {
    form.clear()
    sent.value = null
    done.value = false
  }
  onOtherVisitor(forget)
  return { ...form.typed, busy: form.busy, problem: form.problem, wait: form.wait, held: form.held, sent, done, rule, ask, renew, again, clear: forget }
})
