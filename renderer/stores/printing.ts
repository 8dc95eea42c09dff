import { defineStore } from 'pinia'
import { computed, reactive, ref, watch } from 'vue'
import type { Attention, PrinterStatus, PrintJob, PrintTrouble } from '../../shared/contract/printing.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { call, onEvent } from '../bridge/kiosk.ts'
import { useSession } from './session.ts'

/** What a person points at when they print: enough to ask for it and to name it. */
export interface Printable {
  id: string
  number: string
}

/** The printer, the visitor's print jobs, and what became of the last request. Gone with the visitor. */
export const usePrinting = defineStore('printing', () => {
  const session = useSession()
  const printer = ref<PrinterStatus | null>(null)
  const jobs = reactive(new Map<string, PrintJob>())
  /** The invoice whose duplicate is being asked for at this moment: a second touch does nothing. */
  const asking = ref<string | null>(null)
  /** Asked for, and not printed: the printer is not there, or the request was refused. */
  const refused = ref<{ invoice: Printable; problem: Problem } | null>(null)
  const checking = ref(false)
  /** A job is being cancelled, retried or answered for. */
  const working = ref(false)
  const offline = computed(() => printer.value?.state === 'offline')
  /** What the printer waits for before anything can come out; null when it is well, or has not been asked. */
  const need = computed<Attention | null>(() => {
    if (offline.value) return 'offline'
    return printer.value?.state === 'attention' ? (printer.value.attention[0] ?? 'other') : null
  })

  /** Asks the printer itself how it stands. */
  async function check(): Promise<void> {
    checking.value = true
    const answer = await call('printing.printer', {})
    checking.value = false
    if (answer.ok) printer.value = answer.value
    if (!offline.value && refused.value?.problem.code === 'printer-offline') refused.value = null
  }

  /** Asks for a duplicate; answers the job's id, or null when there is none: `refused` says why. */
  async function print(invoice: Printable): Promise<string | null> {
    if (asking.value !== null) return null
    asking.value = invoice.id
    refused.value = null
    // It was gone when the screen opened; it may be back.
    if (offline.value) await check()
    const answer: Result<PrintJob> = offline.value
      ? { ok: false, problem: { code: 'printer-offline' } }
      : await call('printing.duplicate', { invoiceId: invoice.id })
    asking.value = null
    if (answer.ok) return keep(answer.value).id
    refused.value = { invoice, problem: answer.problem }
    return null
  }

  async function loadJob(jobId: string): Promise<Problem | null> {
    return settle(await call('printing.job', { jobId }))
  }

  const cancel = (jobId: string) => once(() => call('printing.cancel', { jobId }))
  const retry = (jobId: string) => once(() => call('printing.retry', { jobId }))
  const answer = (jobId: string, cameOut: boolean, trouble?: PrintTrouble) =>
    once(() => call('printing.answer', { jobId, cameOut, ...(trouble && { trouble }) }))

  /** One thing at a time; answers the job as it then is (after a retry it may be another), or the problem, or null when busy. */
  async function once(ask: () => Promise<Result<PrintJob>>): Promise<Result<PrintJob> | null> {
    if (working.value) return null
    working.value = true
    const result = await ask()
    working.value = false
    if (result.ok) keep(result.value)
    return result
  }

  function settle(result: Result<PrintJob>): Problem | null {
    if (!result.ok) return result.problem
    keep(result.value)
    return null
  }

  function keep(job: PrintJob): PrintJob {
    jobs.set(job.id, job)
    return job
  }

  function forget(): void {
    jobs.clear()
    printer.value = null
    refused.value = null
    asking.value = null
  }
  watch(() => session.visitor, forget, { flush: 'sync' })
  onEvent('printing.job', keep)

  return { printer, jobs, asking, refused, checking, working, need, check, print, loadJob, cancel, retry, answer, forget }
})
