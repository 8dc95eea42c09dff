import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { passwordProblem, type PasswordRule } from '../../shared/domain/password.ts'
import type { CodeSent } from '../../shared/contract/signIn.ts'
import type { Problem } from '../../shared/problems.ts'
import { failure } from '../../shared/result.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createOfficeForm } from './officeForm.ts'
import { useKiosk } from './kiosk.ts'
import { useSignIn } from './signIn.ts'

const blank = () => ({ login: '', code: '', password: '', passwordAgain: '', shown: false })

function wrongFields({ code, password, passwordAgain, shown }: ReturnType<typeof blank>, rule: PasswordRule | null): NonNullable<Problem['fields']> {
  const ofPassword = rule && passwordProblem(password, rule)
  return [
    ...(code.trim() === '' ? [{ field: 'code', problem: 'empty' as const }] : []),
    ...(ofPassword ? [{ field: 'password', problem: ofPassword }] : []),
    ...(!shown && passwordAgain !== password ? [{ field: 'passwordAgain', problem: 'not-repeated' as const }] : []),
  ]
}

/** *Renovar contraseña*: first for whom, then the code and the new password. Forgotten with the visitor and when the screen is left. */
export const useRenewal = defineStore('renewal', () => {
  const kiosk = useKiosk()
  const signIn = useSignIn()
  const form = createOfficeForm({ blank })
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
    const problem = wrongFields(form.draft, rule.value)
    const answer = await form.send(async () =>
      problem.length > 0 ? failure({ code: 'invalid-fields', fields: problem }) : call('signIn.renew', { code, password }),
    )
    if (answer) done.value = true
  }
  function again(): void {
    form.clear()
    sent.value = null
  }
  function forget(): void {
    form.clear()
    sent.value = null
    done.value = false
  }
  onOtherVisitor(forget)
  return { ...form.typed, busy: form.busy, problem: form.problem, wait: form.wait, sent, done, rule, ask, renew, again, clear: forget }
})
