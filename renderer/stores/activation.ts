import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { PasswordRule } from '../../shared/domain/password.ts'
import type { WaitingRegistration } from '../../shared/contract/registration.ts'
import { failure, type Result } from '../../shared/result.ts'
import { call } from '../bridge/kioskBridge.ts'
import { noPassword, wrongPasswordFields } from './chosenPassword.ts'
import { useCountdown } from './countdown.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createOfficeForm } from './officeForm.ts'

/** Seconds until another code may be asked for; the main process counts them too. */
const BETWEEN_CODES = 30

/** Where the registration of this visit stands; `none`: nobody has sent one. */
export type ActivationState = 'none' | 'waiting' | 'active' | 'expired'

/** *Active su cuenta*: the code of the mail, and the password. Forgotten with the visitor; what was typed also when the screen is left. */
export const useActivation = defineStore('activation', () => {
  const form = createOfficeForm({ blank: () => ({ email: '', ...noPassword() }) })
  const state = ref<ActivationState>('none')
  const waiting = shallowRef<WaitingRegistration | null>(null)
  const rule = shallowRef<PasswordRule | null>(null)
  /** A code went out another time. */
  const sentAgain = ref(false)
  const { left: untilNext, start, stop } = useCountdown()
  const canTry = computed(() => form.wait.value === 0)

  function sent(now: WaitingRegistration): void {
    waiting.value = now
    start(BETWEEN_CODES)
  }
  /** @param now null: the account is active at once */
  function begin(now: WaitingRegistration | null, itsRule: PasswordRule | null): void {
    forget()
    rule.value = itsRule
    state.value = now ? 'waiting' : 'active'
    if (now) sent(now)
  }

  /** It may have been finished on the phone. An utility that does not answer just now has nothing to say. */
  async function look(): Promise<void> {
    if (state.value !== 'waiting' || form.busy.value) return
    const mine = waiting.value
    const answer = await call('registration.state', {})
    if (mine !== waiting.value || !answer.ok || answer.value.status === 'awaitingActivation') return
    state.value = answer.value.status
    form.clear()
  }
  async function askForCode(ask: () => Promise<Result<WaitingRegistration>>): Promise<boolean> {
    const answer = await form.send(ask)
    if (!answer) return false
    sent(answer)
    sentAgain.value = true
    return true
  }
  const sendAgain = (): Promise<boolean> => askForCode(() => call('registration.sendAgain', {}))
  async function changeEmail(): Promise<boolean> {
    const { email } = form.draft
    const isChanged = await askForCode(() => call('registration.changeEmail', { email }))
    // What was typed of the former code is good no longer.
    if (isChanged) Object.assign(form.draft, { email: '', code: '' })
    return isChanged
  }
  async function activate(): Promise<void> {
    if (!canTry.value) return
    const { code, password, passwordAgain, shown } = form.draft
    const fields = wrongPasswordFields(form.draft, rule.value)
    const answer = await form.send(async () =>
      fields.length > 0
        ? failure({ code: 'invalid-fields', fields })
        : call('registration.activate', { code, password, passwordAgain: shown ? null : passwordAgain }),
    )
    if (!answer) return
    state.value = 'active'
    form.clear()
  }
  function forget(): void {
    form.clear()
    stop()
    state.value = 'none'
    waiting.value = rule.value = null
    sentAgain.value = false
  }
  onOtherVisitor(forget)
  return {
    ...{ ...form.typed, busy: form.busy, problem: form.problem, wait: form.wait, clear: form.clear },
    ...{ state, waiting, rule, sentAgain, untilNext, canTry, begin, look, sendAgain, changeEmail, activate },
  }
})
