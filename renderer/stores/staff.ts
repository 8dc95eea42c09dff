import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { StaffStatus } from '../../shared/contract/staff.ts'
import type { Problem } from '../../shared/problems.ts'
import { call } from '../bridge/kiosk.ts'
import { useSession } from './session.ts'

/** What the kiosk last said of its own health. Gone with whoever read it. */
export const useStaff = defineStore('staff', () => {
  const session = useSession()
  const status = ref<StaffStatus | null>(null)
  /** When that came, in milliseconds. */
  const at = ref(0)
  const problem = ref<Problem | null>(null)
  let asking = false

  /** What was known stays on screen meanwhile; one question at a time. */
  async function load(): Promise<void> {
    if (asking) return
    asking = true
    const visitor = session.visitor
    const answer = await call('staff.status', {})
    if (visitor !== session.visitor) return
    asking = false
    problem.value = answer.ok ? null : answer.problem
    if (!answer.ok) return
    status.value = answer.value
    at.value = Date.now()
  }

  function forget(): void {
    asking = false
    status.value = null
    problem.value = null
  }
  watch(() => session.visitor, forget, { flush: 'sync' })

  return { status, at, problem, load }
})
