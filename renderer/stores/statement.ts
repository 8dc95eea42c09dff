import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { DocumentRef } from '../../shared/contract/documents.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

/** The statement of account for the range that was asked last. Gone with the visitor. */
export const useStatement = defineStore('statement', () => {
  const session = useSession()
  const answer = createAnswer('statement.show')
  /** As sent: days as `YYYY-MM-DD`, or what was typed where that is no day. */
  const asked = ref<{ from: string; to: string } | null>(null)
  let coming: Promise<void> = Promise.resolve()
  /** What is on screen is what was asked for. */
  const shown = computed(() => (answer.problem.value === null ? answer.value.value : null))

  async function show(range: { from: string; to: string }): Promise<void> {
    if (!session.account) return
    asked.value = range
    coming = answer.load({ accountId: session.account.accountId, ...range })
    await coming
  }

  async function again(): Promise<void> {
    if (asked.value) await show(asked.value)
  }

  /** The statement to take away: of the range asked last, once that is answered. Null when there is none. */
  async function document(): Promise<DocumentRef | null> {
    await coming
    if (!shown.value || !session.account) return null
    const { from, to } = shown.value
    return { kind: 'statement', accountId: session.account.accountId, from, to }
  }

  function forget(): void {
    asked.value = null
    answer.forget()
  }
  onOtherAccount(forget)

  return { asked, shown, known: answer.value, problem: answer.problem, show, again, document }
})
