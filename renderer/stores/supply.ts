import { defineStore } from 'pinia'
import { onEvent } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

/** What is known of the supply of the open account, and what was asked for it already. What is on screen is asked again when something changed. */
export const useSupply = defineStore('supply', () => {
  const session = useSession()
  const answer = createAnswer('supply.show')

  async function load(): Promise<void> {
    if (session.account) await answer.load({ accountId: session.account.accountId })
  }

  onOtherAccount(answer.forget)
  onEvent('requests.changed', () => {
    if (answer.value.value) void load()
  })
  return { shown: answer.value, problem: answer.problem, load }
})
