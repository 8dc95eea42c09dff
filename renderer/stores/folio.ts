import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { createAnswer } from './answer.ts'
import { useSession } from './session.ts'

/** What is typed on *Consultar folio*, and what became of it. Forgotten with the visitor and when the screen is left. */
export const useFolio = defineStore('folio', () => {
  const session = useSession()
  const typed = ref('')
  const busy = ref(false)
  const answer = createAnswer('requests.byFolio')

  async function submit(): Promise<void> {
    if (busy.value) return
    busy.value = true
    answer.forget()
    await answer.load({ folio: typed.value })
    busy.value = false
  }

  function clear(): void {
    typed.value = ''
    answer.forget()
  }
  // What was said of the folio goes as soon as it is changed; what waits for the data goes on waiting.
  watch(
    typed,
    () => {
      if (['invalid-fields', 'no-such-folio', 'throttled'].includes(answer.problem.value?.code ?? '')) answer.forget()
    },
    { flush: 'sync' },
  )
  watch(() => session.visitor, clear, { flush: 'sync' })

  return { typed, busy, state: answer.value, problem: answer.problem, submit, clear }
})
