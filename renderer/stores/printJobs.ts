import { reactive, ref } from 'vue'
import type { PrintJob, PrintTrouble } from '../../shared/contract/printing.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import type { useSession } from './session.ts'

/**
 * The visitor's print jobs as the main process last told them, and what a person can do about one. What the visitor before asked for is not
 * kept: what comes in unasked when no account is open is only heard of a job that this visitor has asked for, or of a number in the queue, which tells
 * nothing of anybody.
 */
export function createPrintJobs(session: Pick<ReturnType<typeof useSession>, 'isOpen' | 'visitor'>) {
  const jobs = reactive(new Map<string, PrintJob>())
  /** Jobs of which the person said that nothing came out. */
  const nothingOut = reactive(new Set<string>())
  /** A job is being cancelled, retried or answered for. */
  const working = ref(false)

  function keep(job: PrintJob): PrintJob {
    jobs.set(job.id, job)
    return job
  }
  function hear(job: PrintJob): void {
    if (session.isOpen || job.kind === 'turn' || jobs.has(job.id)) keep(job)
  }

  async function loadJob(jobId: string): Promise<Problem | null> {
    const { visitor } = session
    const answer = await call('printing.job', { jobId })
    if (visitor !== session.visitor) return null
    if (!answer.ok) return answer.problem
    keep(answer.value)
    return null
  }

  /** One thing at a time. Answers the job as it then is (after a retry it may be another), or the problem; null when busy or left. */
  async function once(ask: () => Promise<Result<PrintJob>>): Promise<Result<PrintJob> | null> {
    if (working.value) return null
    const { visitor } = session
    working.value = true
    const result = await ask()
    working.value = false
    if (visitor !== session.visitor) return null
    if (result.ok) keep(result.value)
    return result
  }

  const cancel = (jobId: string) => once(() => call('printing.cancel', { jobId }))
  const retry = (jobId: string) => once(() => call('printing.retry', { jobId }))
  async function answer(jobId: string, cameOut: boolean, trouble?: PrintTrouble): Promise<Result<PrintJob> | null> {
    const answered = await once(() => call('printing.answer', { jobId, cameOut, ...(trouble && { trouble }) }))
    if (answered?.ok && trouble === 'nothing') nothingOut.add(jobId)
    else if (answered?.ok) nothingOut.delete(jobId)
    return answered
  }

  onEvent('printing.job', hear)
  return { jobs, nothingOut, working, keep, loadJob, cancel, retry, answer }
}
