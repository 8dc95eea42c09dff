import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { CodeSent } from '../../shared/contract/signIn.ts'
import { readRequiredEmail, type Read } from '../../shared/domain/typedFields.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createOfficeForm } from './officeForm.ts'

const blank = () => ({ email: '', password: '', shown: false, code: '' })
const readWritten = (text: string): Read<string> => (text.trim() === '' ? { problem: 'empty' } : { value: text })

/** *Cambiar correo*: the new address with the password, then the code that went there. Forgotten with the visitor and when the screen is left. */
export const useEmailChange = defineStore('emailChange', () => {
  const form = createOfficeForm({ blank })
  /** A code is on its way. */
  const sent = ref<CodeSent | null>(null)
  /** The address is changed. */
  const done = ref(false)

  /** Back to the address, as it was typed; the password is asked for each time. */
  function again(): void {
    const { email } = form.draft
    form.clear()
    form.draft.email = email
    sent.value = null
  }
  async function ask(): Promise<void> {
    const { email, password } = form.draft
    const answer = await form.sendJudged({ email: readRequiredEmail(email), password: readWritten(password) }, () =>
      call('customerData.askForEmail', { email, password }),
    )
    if (!answer) return
    again()
    sent.value = answer
  }
  async function confirm(): Promise<void> {
    const { code } = form.draft
    const answer = await form.sendJudged({ code: readWritten(code) }, () => call('customerData.confirmEmail', { code }))
    if (!answer) return
    form.clear()
    done.value = true
  }
  function forget(): void {
    form.clear()
    sent.value = null
    done.value = false
  }
  onOtherVisitor(forget)
  return { ...form.typed, busy: form.busy, problem: form.problem, wait: form.wait, held: form.held, sent, done, ask, confirm, again, clear: forget }
})
