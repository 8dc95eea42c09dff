import { reactive, ref, watch, type Ref } from 'vue'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { withoutFields } from './mending.ts'

interface FormParts<Draft extends object> {
  /** A form that nobody has written on. */
  blank: () => Draft
  /** What stands of a problem once these fields have been changed. Unless given, what was said of them goes, and the rest stays. */
  mended?: (problem: Problem | null, changed: readonly (keyof Draft & string)[]) => Problem | null
  /** What goes with it must be there before it is sent, however fast somebody is. */
  ready?: () => Promise<void>
}

/** One form: what is typed, and what became of sending it. */
export interface Form<Draft extends object> {
  draft: Draft
  /** It is being sent. */
  busy: Ref<boolean>
  problem: Ref<Problem | null>
  /** Sends it; a second touch meanwhile does nothing. Null when it was not taken (`problem` says why; what was typed stays), or was forgotten meanwhile. */
  send<Value>(ask: () => Promise<Result<Value>>): Promise<Value | null>
  /** As if nobody had written on it; an answer that is still on its way is not let in. */
  clear(): void
}

/** The caller says with whom it is forgotten (`forgetting.ts`), and whether that is also when its screen is left. */
export function createForm<Draft extends object>({ blank, mended = withoutFields, ready }: FormParts<Draft>): Form<Draft> {
  const draft = reactive(blank()) as Draft
  const busy = ref(false)
  const problem = ref<Problem | null>(null)
  let written = 0

  async function send<Value>(ask: () => Promise<Result<Value>>): Promise<Value | null> {
    if (busy.value) return null
    busy.value = true
    const mine = written
    if (ready) await ready()
    if (mine !== written) return null
    const answer = await ask()
    if (mine !== written) return null
    busy.value = false
    problem.value = answer.ok ? null : answer.problem
    return answer.ok ? answer.value : null
  }

  function clear(): void {
    written += 1
    Object.assign(draft, blank())
    problem.value = null
    busy.value = false
  }

  const changed = (now: Draft, before: Draft) => (Object.keys(now) as (keyof Draft & string)[]).filter((field) => now[field] !== before[field])
  watch(
    () => ({ ...draft }),
    (now, before) => (problem.value = mended(problem.value, changed(now, before))),
    { flush: 'sync' },
  )
  return { draft, busy, problem, send, clear }
}
