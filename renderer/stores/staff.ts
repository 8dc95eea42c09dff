import { defineStore } from 'pinia'
import { ref, type Ref } from 'vue'
import type { AnswerOf, RequestOf } from '../../shared/contract/index.ts'
import type { PrinterRole } from '../../shared/contract/printing.ts'
import type { StaffStatus } from '../../shared/contract/staff.ts'
import type { Problem } from '../../shared/problems.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { useSession } from './session.ts'

/** What the kiosk last said of its own health. Gone with whoever read it. */
export const useStaff = defineStore('staff', () => {
  const session = useSession()
  const status = ref<StaffStatus | null>(null)
  /** When that came, in milliseconds. */
  const at = ref(0)
  const problem = ref<Problem | null>(null)
  const { forget: forgetActions, ...actions } = createActions(problem)
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
    forgetActions()
    status.value = null
    problem.value = null
  }
  onOtherVisitor(forget)

  return { status, at, problem, load, ...actions }
})

/** What staff say of a print job, and the test page that they ask for: one at a time. */
function createActions(problem: Ref<Problem | null>) {
  /** Something that staff said or asked for is on its way. */
  const answering = ref(false)
  let visit = 0

  async function once<C extends 'staff.answerJob' | 'staff.printTestPage'>(channel: C, request: RequestOf<C>): Promise<AnswerOf<C> | null> {
    if (answering.value) return null
    answering.value = true
    const mine = visit
    const answer = await call(channel, request)
    if (mine !== visit) return null
    answering.value = false
    problem.value = answer.ok ? null : answer.problem
    return answer.ok ? answer.value : null
  }

  /** *Sí salió* / *No salió*, of a job of which nobody knows. Whether it was taken. */
  const answerJob = async (jobId: string, cameOut: boolean): Promise<boolean> => (await once('staff.answerJob', { jobId, cameOut })) !== null

  /** It is one of the jobs. Whether it was taken. */
  const printTestPage = async (printer: PrinterRole): Promise<boolean> => (await once('staff.printTestPage', { printer })) !== null

  function forget(): void {
    visit += 1
    answering.value = false
  }
  return { answering, answerJob, printTestPage, forget }
}
