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
  kind: 'duplicate' | 'receipt'
  /** The invoice's, or the command's that the receipt is of. */
  id: string
  /** The invoice's number, or the folio. */
  name: string
}

/** Asking for papers, and the jobs that come of it. Gone with the visitor. */
export const usePrinting = defineStore('printing', () => {
  const session = useSession()
  const printer = usePrinter()
  const { keep, ...work } = createPrintJobs(() => session.isOpen)
  /** The id of what is being asked for at this moment: a second touch does nothing. */
  const asking = ref<string | null>(null)
  /** Asked for, and not printed: the printer is not there, or the request was refused. */
  const refused = ref<{ document: Printable; problem: Problem } | null>(null)

  /** Answers the job's id, or null when there is none: `refused` says why. */
  async function print(document: Printable): Promise<string | null> {
    if (asking.value !== null) return null
    asking.value = document.id
    refused.value = null
    const answer = await ask(document)
    asking.value = null
    if (answer.ok) return keep(answer.value).id
    refused.value = { document, problem: answer.problem }
    return null
  }

  async function ask({ kind, id }: Printable): Promise<Result<PrintJob>> {
    // It was gone when the screen opened; it may be back.
    if (printer.offline) await printer.check()
    if (printer.offline) return failure({ code: 'printer-offline' })
    return kind === 'receipt' ? call('printing.receipt', { commandId: id }) : call('printing.duplicate', { invoiceId: id })
  }

  function forget(): void {
    work.jobs.clear()
    refused.value = null
    asking.value = null
  }
  watch(() => session.visitor, forget, { flush: 'sync' })

  return { ...work, asking, refused, print }
})
