import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { JudgedByPerson, SelfTest } from '../../shared/contract/selfTest.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'

type Answered = Result<{ test: SelfTest | null }>

/** What the kiosk found when it tested itself last. Gone with whoever read it. */
export const useSelfTest = defineStore('selfTest', () => {
  const test = ref<SelfTest | null>(null)
  /** An answer has come; `test` is null after it where there has been no test. */
  const isKnown = ref(false)
  const isRunning = ref(false)
  const problem = ref<Problem | null>(null)
  let asked = 0

  /** Null where the answer is nobody's any more. */
  async function take(asking: Promise<Answered>): Promise<Answered | null> {
    const mine = ++asked
    problem.value = null
    const answer = await asking
    if (mine !== asked) return null
    problem.value = answer.ok ? null : answer.problem
    if (answer.ok) test.value = answer.value.test
    isKnown.value ||= answer.ok
    return answer
  }

  const load = (): Promise<unknown> => take(call('selfTest.latest', {}))

  /** One at a time. */
  async function run(): Promise<void> {
    if (isRunning.value) return
    isRunning.value = true
    if (await take(call('selfTest.run', {}))) isRunning.value = false
  }

  async function judge(check: JudgedByPerson, works: boolean): Promise<void> {
    if (!isRunning.value) await take(call('selfTest.judge', { check, works }))
  }

  function forget(): void {
    asked += 1
    test.value = null
    isKnown.value = false
    isRunning.value = false
    problem.value = null
  }
  onOtherVisitor(forget)

  return { test, isKnown, isRunning, problem, load, run, judge }
})
