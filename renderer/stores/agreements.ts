import { defineStore } from 'pinia'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

/** The payment agreements of the open account. Gone with the visitor. */
export const useAgreements = defineStore('agreements', () => {
  const session = useSession()
  const answer = createAnswer('agreements.list')

  async function load(): Promise<void> {
    if (session.account) await answer.load({ accountId: session.account.accountId })
  }

  onOtherAccount(answer.forget)
  return { list: answer.value, problem: answer.problem, load }
})
