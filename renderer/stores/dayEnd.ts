import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Problem } from '../../shared/problems.ts'
import { call } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherVisitor } from './forgetting.ts'
import { useSession } from './session.ts'

/** The day that was asked last, with its figures and who signed them. Gone with whoever looked at it. */
export const useDayEnd = defineStore('dayEnd', () => {
  const session = useSession()
  const answer = createAnswer('dayEnd.show')
  /** As sent: a day as `YYYY-MM-DD`, or what was typed where that is no day; null is today. */
  const asked = ref<string | null>(null)
  const signing = ref(false)
  /** Why it was not signed. */
  const refused = ref<Problem | null>(null)
  /** What is on screen is what was asked for. */
  const shown = computed(() => (answer.problem.value === null ? answer.value.value : null))

  async function show(day: string | null): Promise<void> {
    asked.value = day
    refused.value = null
    await answer.load({ day })
  }

  const again = (): Promise<void> => show(asked.value)

  /** Signs what is on the screen; where something else is counted by now, that is shown, and nothing signed. */
  async function sign(): Promise<void> {
    const now = shown.value
    if (!now || signing.value) return
    signing.value = true
    const { visitor } = session
    const { day, digest } = now
    const answered = await call('dayEnd.sign', { day, digest })
    if (visitor !== session.visitor) return
    signing.value = false
    if (answered.ok && shown.value?.day === day) answer.value.value = answered.value
    else await show(day)
    refused.value = answered.ok ? null : answered.problem
  }

  function forget(): void {
    asked.value = null
    signing.value = false
    refused.value = null
    answer.forget()
  }
  onOtherVisitor(forget)

  return { asked, shown, known: answer.value, problem: answer.problem, signing, refused, show, again, sign }
})
