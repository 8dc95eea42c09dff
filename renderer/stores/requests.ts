import { defineStore } from 'pinia'
import { watch } from 'vue'
import { onEvent } from '../bridge/kiosk.ts'
import { createAnswer } from './answer.ts'
import { useSession } from './session.ts'

/** Questions and claims of the open account, and the one that was just filed. What is on screen is asked again when something changed. */
export const useRequests = defineStore('requests', () => {
  const session = useSession()
  const list = createAnswer('requests.list')
  const filed = createAnswer('requests.filed')
  const receipt = createAnswer('printing.print')
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

  /** Answers the job's id, or null when there is none: `receiptProblem` says why. Touching twice answers the same job. */
  async function printReceipt(commandId: string): Promise<string | null> {
    receipt.forget()
    await receipt.load({ document: { kind: 'receipt', commandId } })
    return receipt.value.value?.id ?? null
  }

  function forget(): void {
    for (const answer of [list, filed, receipt]) answer.forget()
    shown = async () => undefined
  }
  watch(() => session.visitor, forget, { flush: 'sync' })
  onEvent('requests.changed', () => void shown())

  return {
    list: list.value,
    listProblem: list.problem,
    filed: filed.value,
    filedProblem: filed.problem,
    receiptProblem: receipt.problem,
    loadList,
    loadFiled,
    printReceipt,
  }
})
