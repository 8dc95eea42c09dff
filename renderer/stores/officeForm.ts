import { toRefs, watch } from 'vue'
import { invalidFields, type Read } from '../../shared/domain/typedFields.ts'
import type { Problem } from '../../shared/problems.ts'
import { failure, type Result } from '../../shared/result.ts'
import { createForm } from './form.ts'
import { createHold } from './hold.ts'
import { useKiosk } from './kiosk.ts'
import { withoutFields } from './mending.ts'

/** What was said of a code goes as soon as another is typed. */
const withoutWrongCode = (problem: Problem | null, changed: readonly string[]): Problem | null =>
  problem?.code === 'wrong-code' && changed.includes('code') ? null : withoutFields(problem, changed)

/** A form that is sent to the utility's online office: it counts a wait down, says that it needs a connection only while there is none, and keeps no secret. */
export function createOfficeForm<Draft extends object>(parts: Parameters<typeof createForm<Draft>>[0]) {
  const kiosk = useKiosk()
  const form = createForm<Draft>({ mended: withoutWrongCode, ...parts })
  const typed = toRefs(form.draft)
  const { wait, held, leave } = createHold(form.problem, 'office-throttled')
  const send: typeof form.send = (ask) => (wait.value > 0 ? Promise.resolve(null) : form.send(ask))
  watch(
    () => kiosk.online,
    (online) => {
      if (online && form.problem.value?.code === 'office-offline') form.problem.value = null
    },
  )
  function clear(): void {
    form.clear()
    leave()
    // A ref of a property remembers the value that it was last asked for: asked now, it forgets a secret.
    for (const { value } of Object.values<{ value: unknown }>(typed)) void value
  }
  /** Sends it where every field is good, as far as the page can know; else says what is wrong with each. */
  const sendJudged = <Value>(fields: Record<string, Read<unknown>>, ask: () => Promise<Result<Value>>): Promise<Value | null> =>
    send(async () => {
      const wrong = invalidFields(fields)
      return wrong ? failure(wrong) : ask()
    })
  return { ...form, send, typed, wait, held, clear, sendJudged }
}
