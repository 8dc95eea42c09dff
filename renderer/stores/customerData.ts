import { defineStore } from 'pinia'
import { ref } from 'vue'
import { onEvent } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

/** *Mis datos* of the open account. Forgotten when its screen is left. */
export const useCustomerData = defineStore('customerData', () => {
  const session = useSession()
  const answer = createAnswer('customerData.show')
  const shown = answer.value
  /** *Mostrar* was touched. */
  const whole = ref(false)

  async function load(): Promise<void> {
    if (session.account) await answer.load({ accountId: session.account.accountId, whole: whole.value })
  }
  function toggle(): Promise<void> {
    whole.value = !whole.value
    return load()
  }
  function forget(): void {
    answer.forget()
    whole.value = false
  }
  onOtherAccount(forget)
  onEvent('requests.changed', () => shown.value && void load())
  return { shown, problem: answer.problem, whole, load, toggle, forget }
})
