import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { ContractSummary } from '../../shared/contract/contracts.ts'
import { call } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { useSession } from './session.ts'

/** The accounts that the session holds, and the way from one to another. Gone with the visitor, and when there are more or fewer of them. */
export const useContracts = defineStore('contracts', () => {
  const session = useSession()
  const answer = createAnswer('contracts.list')

  function open({ account, identifiedBy }: ContractSummary): void {
    session.open({ accountId: account.id, invoiceId: identifiedBy }, account.zoneId)
  }

  /** Its screen has asked, and shows what comes. */
  let isAsked = false
  function load(): Promise<void> {
    isAsked = true
    return answer.load({})
  }
  function forget(): void {
    isAsked = false
    answer.forget()
  }

  let isRecount = false
  /** The main process tells of more or fewer: what is on screen stays until it is told anew. */
  function recount(shown: number): void {
    isRecount = true
    session.contracts = shown
    isRecount = false
    if (isAsked) void load()
  }

  watch(
    () => [session.visitor, session.contracts],
    () => {
      if (!isRecount) forget()
    },
    { flush: 'sync' },
  )
  return { list: answer.value, problem: answer.problem, load, open, recount, ...createSearch(load) }
})

/** Those of whoever is signed in that did not come are asked for again. */
function createSearch(load: () => Promise<void>) {
  const session = useSession()
  const isSearching = ref(false)

  /** Answers whether it is still the same visitor who waits. */
  async function searchAgain(): Promise<boolean> {
    const { visitor } = session
    isSearching.value = true
    await call('contracts.readAgain', {})
    isSearching.value = false
    if (visitor !== session.visitor) return false
    await load()
    return visitor === session.visitor
  }
  return { isSearching, searchAgain }
}
