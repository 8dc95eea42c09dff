import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { PrintJob } from '../../shared/contract/printing.ts'
import type { Problem } from '../../shared/problems.ts'
import { failure, type Result } from '../../shared/result.ts'
import { call } from '../bridge/kiosk.ts'
import { usePrinter } from './printer.ts'
import { createPrintJobs } from './printJobs.ts'
import { useSession } from './session.ts'

/** What a person points at when they print: enough to ask for it and to name it. */
export interface Printable {
  id: string
  number: string
}

/** Asking for duplicates, and the jobs that come of it. Gone with the visitor. */
export const usePrinting = defineStore('printing', () => {
  const session = useSession()
  const printer = usePrinter()
  const { keep, ...work } = createPrintJobs(() => session.isOpen)
  /** The invoice whose duplicate is being asked for at this moment: a second touch does nothing. */
  const asking = ref<string | null>(null)
  /** Asked for, and not printed: the printer is not there, or the request was refused. */
  const refused = ref<{ invoice: Printable; problem: Problem } | null>(null)

  /** Answers the job's id, or null when there is none: `refused` says why. */
  async function print(invoice: Printable): Promise<string | null> {
    if (asking.value !== null) return null
    asking.value = invoice.id
    refused.value = null
    const answer = await ask(invoice)
    asking.value = null
    if (answer.ok) return keep(answer.value).id
    refused.value = { invoice, problem: answer.problem }
    return null
  }

  async function ask(invoice: Printable): Promise<Result<PrintJob>> {
    // It was gone when the screen opened; it may be back.
    if (printer.offline) await printer.check()
    return printer.offline ? failure({ code: 'printer-offline' }) : call('printing.duplicate', { invoiceId: invoice.id })
  }

  function forget(): void {
    work.jobs.clear()
    refused.value = null
    asking.value = null
  }
  watch(() => session.visitor, forget, { flush: 'sync' })

  return { ...work, asking, refused, print }
})
