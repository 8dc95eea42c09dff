import { shallowRef, watch, type Ref } from 'vue'
import type { Problem, ProblemCode } from '../../shared/problems.ts'
import { useCountdown } from './countdown.ts'
import { onOtherVisitor } from './forgetting.ts'

/**
 * A wait and the problem that it came with: nothing is sent as long as it lasts, and the form says why, also where it was left and is shown again.
 * @param code of the problem that says nothing but *later*: it goes with the wait
 */
export function createHold(problem: Ref<Problem | null>, code: ProblemCode) {
  const held = shallowRef<Problem | null>(null)
  const { left, start, stop } = useCountdown(() => {
    held.value = null
    if (problem.value?.code === code) problem.value = null
  })
  watch(
    problem,
    (now) => {
      if (!now?.retryAfterSeconds) return
      held.value = now
      start(now.retryAfterSeconds)
    },
    { flush: 'sync' },
  )
  /** The form is left. What is said of the wait when it is shown again is what is left of it then. */
  function leave(): void {
    if (held.value) held.value = { ...held.value, retryAfterSeconds: left.value }
  }
  function release(): void {
    stop()
    held.value = null
  }
  // A wait of somebody else is the main process's to know, which says so where it still counts.
  onOtherVisitor(release)
  return { wait: left, held, leave, release }
}
