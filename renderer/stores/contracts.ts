import { defineStore } from 'pinia'
import { watch } from 'vue'
import type { ContractSummary } from '../../shared/contract/contracts.ts'
import { createAnswer } from './answer.ts'
import { useSession } from './session.ts'

/** The accounts that the session holds, and the way from one to another. Gone with the visitor, and when there are more or fewer of them. */
export const useContracts = defineStore('contracts', () => {
  const session = useSession()
  const answer = createAnswer('contracts.list')

  function open({ account, identifiedBy }: ContractSummary): void {
    session.open({ accountId: account.id, invoiceId: identifiedBy }, account.zoneId)
  }

  watch(() => [session.visitor, session.contracts], answer.forget, { flush: 'sync' })
  return { list: answer.value, problem: answer.problem, load: () => answer.load({}), open }
})
