import { defineStore } from 'pinia'
import type { DocumentRef } from '../../shared/contract/documents.ts'
import { onEvent } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

/** The readings of the open account and what was consumed between them. Gone with the visitor. */
export const useConsumption = defineStore('consumption', () => {
  const session = useSession()
  const answer = createAnswer('consumption.show')

  async function load(): Promise<void> {
    if (session.account) await answer.load({ accountId: session.account.accountId })
  }
  /** Readings and consumption to take away; null while no account is open. */
  const document = async (): Promise<DocumentRef | null> => session.account && { kind: 'consumption', accountId: session.account.accountId }

  onOtherAccount(answer.forget)
  // A reading that was filed may have reached the utility meanwhile.
  onEvent('requests.changed', () => {
    if (answer.value.value) void load()
  })
  return { shown: answer.value, problem: answer.problem, load, document }
})
