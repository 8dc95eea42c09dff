import { defineStore } from 'pinia'
import { onEvent } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

/** Questions and claims of the open account, and the one that was just filed. What is on screen is asked again when something changed. */
export const useRequests = defineStore('requests', () => {
  const session = useSession()
  const list = createAnswer('requests.list')
  const filed = createAnswer('requests.filed')
  let shown: () => Promise<void> = async () => undefined

  function show(load: () => Promise<void>): Promise<void> {
    shown = load
    return load()
  }

  async function loadList(): Promise<void> {
    const accountId = session.account?.accountId
    if (accountId !== undefined) await show(() => list.load({ accountId }))
  }

  async function loadFiled(commandId: string): Promise<void> {
    if (filed.value.value?.commandId !== commandId) filed.forget()
    await show(() => filed.load({ commandId }))
  }

  function forget(): void {
    for (const answer of [list, filed]) answer.forget()
    shown = async () => undefined
  }
  onOtherAccount(forget)
  onEvent('requests.changed', () => void shown())

  return {
    list: list.value,
    listProblem: list.problem,
    filed: filed.value,
    filedProblem: filed.problem,
    loadList,
    loadFiled,
  }
})
