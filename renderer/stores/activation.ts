import { defineStore } from 'pinia'
import { ref, shallowRef, watch, type ShallowRef } from 'vue'
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

/** What stands of it, and when another code may be asked for. */
function createStanding() {
  const state = ref<ActivationState>('none')
  const waiting = shallowRef<WaitingRegistration | null>(null)
  const rule = shallowRef<PasswordRule | null>(null)
  /** A code went out another time. */
  const sentAgain = ref(false)
  const { left: untilNext, start, stop } = useCountdown()

  function sent(now: WaitingRegistration): void {
    waiting.value = now
    start(BETWEEN_CODES)
  }
  function forget(): void {
    stop()
    state.value = 'none'
    waiting.value = rule.value = null
    sentAgain.value = false
  }
  return { state, waiting, rule, sentAgain, untilNext, sent, forget }
}

/** The code of the mail and the password: checked before they are sent. */
function createTyped(rule: ShallowRef<PasswordRule | null>) {
  const form = createOfficeForm({ blank: () => noPassword() })
  async function submit(): Promise<boolean> {
    const { code, password, passwordAgain, shown } = form.draft
    const fields = wrongPasswordFields(form.draft, rule.value)
    const again = shown ? null : passwordAgain
    const answer = await form.send(async () =>
      fields.length > 0 ? failure({ code: 'invalid-fields', fields }) : call('registration.activate', { code, password, passwordAgain: again }),
    )
    return answer !== null
  }
  return { ...form, submit }
}

/** What asks the utility for another code: a form of its own, whose wait keeps nobody from using the code that they have. */
function createCodes(typed: ReturnType<typeof createTyped>, { sent, sentAgain }: ReturnType<typeof createStanding>) {
  const form = createOfficeForm({ blank: () => ({ email: '' }) })
  async function askForCode(ask: () => Promise<Result<WaitingRegistration>>): Promise<boolean> {
    const answer = await form.send(ask)
    if (!answer) return false
    sent(answer)
    sentAgain.value = true
    // What was said of the former code is settled.
    typed.problem.value = null
    return true
  }
  async function changeEmail(): Promise<boolean> {
    const { email } = form.draft
    const isChanged = await askForCode(() => call('registration.changeEmail', { email }))
    // What was typed of the former code is good no longer.
    if (isChanged) form.draft.email = typed.draft.code = ''
    return isChanged
  }
  const { busy, problem, wait, held, clear } = form
  return { ...form.typed, busy, problem, wait, held, clear, changeEmail, sendAgain: () => askForCode(() => call('registration.sendAgain', {})) }
}

/** *Active su cuenta*: the code of the mail, and the password. Forgotten with the visitor; what was typed also when the screen is left. */
export const useActivation = defineStore('activation', () => {
  const standing = createStanding()
  const { state, waiting, rule } = standing
  const form = createTyped(rule)
  const codes = createCodes(form, standing)

  function clear(): void {
    form.clear()
    codes.clear()
  }
  function forget(): void {
    clear()
    standing.forget()
  }
  /** @param now null: the account is active at once */
  function begin(now: WaitingRegistration | null, itsRule: PasswordRule | null): void {
    forget()
    rule.value = itsRule
    state.value = now ? 'waiting' : 'active'
    if (now) standing.sent(now)
  }
  /** It may have been finished on the phone. A utility that does not answer just now has nothing to say. */
  async function look(): Promise<void> {
    if (state.value !== 'waiting' || form.busy.value) return
    const mine = waiting.value
    const answer = await call('registration.state', {})
    if (mine === waiting.value && answer.ok && answer.value.status !== 'awaitingActivation') end(answer.value.status)
  }
  async function activate(): Promise<void> {
    codes.problem.value = null
    if (await form.submit()) end('active')
  }
  function end(now: 'active' | 'expired'): void {
    state.value = now
    clear()
  }
  // A code that is good no longer may be a registration that is over, or done on the phone: only the utility knows which.
  watch(form.problem, (now) => now?.code === 'code-expired' && void look())
  onOtherVisitor(forget)
  const { sent: _sent, forget: _forget, ...shown } = standing
  const { busy, problem, wait, held } = form
  return { ...form.typed, ...shown, codes, busy, problem, wait, held, clear, begin, look, activate }
})
