import { computed, reactive, ref, watch } from 'vue'
import { isPrintable } from '../../../shared/contract/documents.ts'
import type { PrintJob, PrintTrouble } from '../../../shared/contract/printing.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { Result } from '../../../shared/result.ts'
import { usePrinting } from '../../stores/printing.ts'
import { useTouches } from '../../stores/touches.ts'
import { jobScreen } from './jobScreen.ts'

/**
 * One print job from the touch to the sheet in the hand, told as the printer tells it, and what a person can do about it. `onOther`: another job takes
 * its place.
 */
export function usePrintedJob(id: () => string, onOther: (jobId: string, job: PrintJob | null) => unknown) {
  const printing = usePrinting()
  const problem = ref<Problem | null>(null)
  const { job, screen, saidNo, cancelling } = useJobScreen(id)

  async function load(): Promise<void> {
    saidNo.value = false
    problem.value = await printing.loadJob(id())
  }
  watch(id, load, { immediate: true })

  async function told(asked: Promise<Result<PrintJob> | null>): Promise<PrintJob | null> {
    const answer = await asked
    if (answer === null) return null
    problem.value = answer.ok ? null : answer.problem
    return answer.ok ? answer.value : null
  }
  async function cancel(): Promise<void> {
    cancelling.value = true
    await told(printing.cancel(id()))
    cancelling.value = false
  }
  const answered = (cameOut: boolean, trouble?: PrintTrouble) => told(printing.answer(id(), cameOut, trouble))

  /** Another copy is another job. */
  async function retry(): Promise<void> {
    const next = await told(printing.retry(id()))
    if (next && next.id !== id()) await onOther(next.id, next)
  }

  /** The printer is not to be waited for: what it was to print comes out of another. */
  async function printElsewhere(): Promise<void> {
    const { document, documentName, alternativePrinter } = job.value ?? {}
    if (!document || !isPrintable(document) || !alternativePrinter) return
    const jobId = await printing.print({ document, name: documentName ?? '' }, alternativePrinter)
    problem.value = printing.refused?.problem ?? null
    if (jobId) await onOther(jobId, null)
  }
  const busy = computed(() => printing.working || (job.value !== null && printing.isAsking(job.value.document)))
  const sayNo = (): void => void (saidNo.value = true)
  return reactive({ job, screen, sayNo, problem, busy, load, cancel, answered, retry, printElsewhere })
}

export type PrintedJob = ReturnType<typeof usePrintedJob>

function useJobScreen(id: () => string) {
  const printing = usePrinting()
  const touches = useTouches()
  /** "No" was touched: what went wrong is asked before anything is printed again. */
  const saidNo = ref(false)
  /** Touched, and not answered yet. */
  const cancelling = ref(false)
  const job = computed(() => printing.jobs.get(id()) ?? null)
  const screen = computed(() => {
    if (!job.value) return null
    if (cancelling.value) return 'cancelling'
    const now = jobScreen(job.value)
    return now === 'asks' && saidNo.value ? 'trouble' : now
  })
  // A question comes by itself: a touch that was meant for what stood there before must not answer it.
  watch(screen, (now) => (now === 'asks' || now === 'trouble') && touches.changed())
  return { job, screen, saidNo, cancelling }
}
