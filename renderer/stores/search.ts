import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { LONGEST_SEARCH, type SearchHit } from '../../shared/contract/search.ts'
import type { Problem } from '../../shared/problems.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherPresence } from './forgetting.ts'
import { useSession } from './session.ts'

/** The clerk's search: what is typed, who was found by it, and which of them is chosen. It stays while customers change, and is gone with the clerk. */
export const useSearch = defineStore('search', () => {
  const session = useSession()
  const typed = ref('')
  const list = createHits()
  const problem = ref<Problem | null>(null)
  /** Counts the wishes to go to the field. */
  const wishes = ref(0)
  let asked = 0
  /** What is shown was found by what stands in the field. */
  const isSettled = computed(() => list.found.value?.text === typed.value)

  /** The answer to an older text than the last is dropped. */
  async function load(): Promise<void> {
    const mine = ++asked
    const { visitor } = session
    const text = typed.value
    const answer = await call('search.find', { text: text.slice(0, LONGEST_SEARCH) })
    if (mine !== asked) return
    // A customer was opened meanwhile: what is asked across that is not answered.
    if (!answer.ok && visitor !== session.visitor) return load()
    if (answer.ok) list.show(text, answer.value.hits)
    problem.value = answer.ok ? null : answer.problem
  }

  function forget(): void {
    asked += 1
    typed.value = ''
    problem.value = null
    list.clear()
  }
  onOtherPresence(forget)
  const { found, hits, active, chosen, move } = list
  return { typed, found, hits, active, chosen, move, problem, isSettled, wishes, load, forget }
})

/** Those who were found, and which of them is chosen. */
function createHits() {
  const found = shallowRef<{ text: string; hits: SearchHit[] } | null>(null)
  const active = ref(0)
  const hits = computed(() => found.value?.hits ?? [])
  const chosen = computed<SearchHit | null>(() => hits.value[active.value] ?? null)

  /** The chosen one stays so as long as it is among those who are found by the same text. */
  function show(text: string, now: SearchHit[]): void {
    const before = found.value?.text === text ? chosen.value?.accountId : undefined
    found.value = { text, hits: now }
    active.value = Math.max(
      0,
      now.findIndex(({ accountId }) => accountId === before),
    )
  }
  function move(by: number): void {
    active.value = Math.max(0, Math.min(hits.value.length - 1, active.value + by))
  }
  function clear(): void {
    found.value = null
    active.value = 0
  }
  return { found, active, hits, chosen, show, move, clear }
}
