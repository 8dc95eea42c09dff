import { defineStore } from 'pinia'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

/** What the open account shows: its home, its invoices, one invoice. Gone with the visitor. */
export const useAccount = defineStore('account', () => {
  const session = useSession()
  const home = createAnswer('account.home')
  const list = createAnswer('account.invoices')
  const detail = createAnswer('account.invoice')

  async function loadHome(): Promise<void> {
    if (session.account) await home.load({ accountId: session.account.accountId })
  }

  async function loadList(): Promise<void> {
    if (session.account) await list.load({ accountId: session.account.accountId })
  }

  /** Another invoice than the one shown last begins empty. */
  async function loadDetail(invoiceId: string): Promise<void> {
    if (detail.value.value?.invoice.id !== invoiceId) detail.forget()
    await detail.load({ invoiceId })
  }

  function forget(): void {
    for (const answer of [home, list, detail]) answer.forget()
  }
  onOtherAccount(forget)

  return {
    home: home.value,
    homeProblem: home.problem,
    list: list.value,
    listProblem: list.problem,
    detail: detail.value,
    detailProblem: detail.problem,
    loadHome,
    loadList,
    loadDetail,
    forget,
  }
})
