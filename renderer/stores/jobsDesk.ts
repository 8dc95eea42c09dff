import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { StaffJob } from '../../shared/contract/staff.ts'
import type { Problem } from '../../shared/problems.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { useStaff } from './staff.ts'

/** The jobs of every printer, page after page, and those of which nobody knows. Gone with whoever read them. */
export const useJobsDesk = defineStore('jobsDesk', () => {
  const staff = useStaff()
  /** Null until the first page is there. */
  const jobs = shallowRef<readonly StaffJob[] | null>(null)
  const asking = shallowRef<readonly StaffJob[]>([])
  const more = ref(false)
  const problem = ref<Problem | null>(null)
  let asked = 0
  /** Whoever has gone down the list is not thrown back to its beginning. */
  let isBelow = false

  async function read(before: string | null): Promise<void> {
    const mine = ++asked
    const answer = await call('staff.jobs', { before })
    if (mine !== asked) return
    problem.value = answer.ok ? null : answer.problem
    if (!answer.ok) return
    isBelow = before !== null
    more.value = answer.value.more
    jobs.value = before === null ? answer.value.jobs : [...(jobs.value ?? []), ...answer.value.jobs]
    if (before === null) asking.value = answer.value.asking
  }
  const load = (): Promise<void> => read(null)
  const older = (): Promise<void> => read(jobs.value?.at(-1)?.jobId ?? null)
  const refresh = async (): Promise<void> => void (await Promise.all([staff.load(), isBelow ? undefined : load()]))

  async function answerJob(jobId: string, cameOut: boolean): Promise<void> {
    if (await staff.answerJob(jobId, cameOut)) await load()
  }

  /** Null for one that was not read. */
  const find = (jobId: string): StaffJob | null => [...asking.value, ...(jobs.value ?? [])].find((job) => job.jobId === jobId) ?? null

  function forget(): void {
    asked += 1
    isBelow = more.value = false
    jobs.value = problem.value = null
    asking.value = []
  }
  onOtherVisitor(forget)
  return { jobs, asking, more, problem, load, older, refresh, find, answerJob }
})
