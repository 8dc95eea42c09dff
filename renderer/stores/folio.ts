import { defineStore } from 'pinia'
import { ref, toRef } from 'vue'
import type { FolioState } from '../../shared/contract/requests.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createForm } from './form.ts'

/** These are about the folio that was typed; what waits for the data goes on waiting. */
const ABOUT_FOLIO = new Set(['invalid-fields', 'no-such-folio', 'throttled'])

/** What is typed on *Consultar folio*, and what became of it. Forgotten with the visitor and when the screen is left. */
export const useFolio = defineStore('folio', () => {
  const form = createForm({
    blank: () => ({ folio: '' }),
    mended: (problem) => (ABOUT_FOLIO.has(problem?.code ?? '') ? null : problem),
  })
  const state = ref<FolioState | null>(null)

  async function submit(): Promise<void> {
    if (form.busy.value) return
    state.value = form.problem.value = null
    state.value = await form.send(() => call('requests.byFolio', { folio: form.draft.folio }))
  }

  function clear(): void {
    form.clear()
    state.value = null
  }
  onOtherVisitor(clear)

  return { typed: toRef(form.draft, 'folio'), busy: form.busy, state, problem: form.problem, submit, clear }
})
