import { defineStore } from 'pinia'
import { ref, watch, type Ref } from 'vue'
import type { StaffJob, StaffStatus } from '../../shared/contract/staff.ts'
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
  /** Something that staff said or asked for is on its way. */
  const answering = ref(false)
  const answers = createAnswers(status, problem)
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
    answers.forget()
    status.value = null
    problem.value = null
  }
  watch(() => session.visitor, forget, { flush: 'sync' })

  return { status, at, problem, answering, load, answerJob, printTestPage }
})

/** *Sí salió* / *No salió*, of a job of which nobody knows: one at a time, and told at once in the status that is shown. */
function createAnswers(status: Ref<StaffStatus | null>, problem: Ref<Problem | null>) {
  const answering = ref(false)
  let visit = 0

  async function answerJob(jobId: string, cameOut: boolean): Promise<void> {
    if (answering.value) return
    answering.value = true
    const mine = visit
    const answer = await call('staff.answerJob', { jobId, cameOut })
    if (mine !== visit) return
    answering.value = false
    if (answer.ok) keep(answer.value)
    else problem.value = answer.problem
  }

  function keep(job: StaffJob): void {
    if (status.value) status.value = { ...status.value, jobs: status.value.jobs.map((one) => (one.jobId === job.jobId ? job : one)) }
  }

  function forget(): void {
    visit += 1
    answering.value = false
  }
  return { answering, answerJob, forget }
}
