import { defineStore } from 'pinia'
import { ref } from 'vue'
import { asPassword, passwordProblem, type PasswordRule } from '../../shared/domain/password.ts'
import type { Read } from '../../shared/domain/typedFields.ts'
import type { FieldProblem } from '../../shared/problems.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createOfficeForm } from './officeForm.ts'

const blank = () => ({ current: '', currentShown: false, password: '', passwordAgain: '', shown: false })
const judged = (text: string, problem: FieldProblem | null): Read<string> => (problem ? { problem } : { value: text })

/** The second field is there only while the new password is hidden. */
function readPasswords({ current, password, passwordAgain, shown }: ReturnType<typeof blank>, rule: PasswordRule): Record<string, Read<string>> {
  const isSame = current !== '' && asPassword(current) === asPassword(password)
  const isRepeated = shown || asPassword(passwordAgain) === asPassword(password)
  return {
    current: judged(current, current === '' ? 'empty' : null),
    password: judged(password, isSame ? 'as-today' : passwordProblem(password, rule)),
    passwordAgain: judged(passwordAgain, isRepeated ? null : 'not-repeated'),
  }
}

/** *Cambiar contraseña*. Forgotten with the visitor and when the screen is left. */
export const usePasswordChange = defineStore('passwordChange', () => {
  const form = createOfficeForm({ blank })
  /** The password is changed. */
  const done = ref(false)

  async function change(rule: PasswordRule): Promise<void> {
    const { current, password, passwordAgain, shown } = form.draft
    const answer = await form.sendJudged(readPasswords(form.draft, rule), () =>
      call('customerData.changePassword', { current, password, passwordAgain: shown ? null : passwordAgain }),
    )
    if (!answer) return
    form.clear()
    done.value = true
  }
  function forget(): void {
    form.clear()
    done.value = false
  }
  onOtherVisitor(forget)
  return { ...form.typed, busy: form.busy, problem: form.problem, wait: form.wait, held: form.held, done, change, clear: forget }
})
