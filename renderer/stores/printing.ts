import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { DocumentRef, PrintableRef } from '../../shared/contract/documents.ts'
import type { PrinterRole, PrintJob } from '../../shared/contract/printing.ts'
import { isOnlyFor } from '../../shared/domain/printers.ts'
import type { Problem } from '../../shared/problems.ts'
import { failure, type Result } from '../../shared/result.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherAccount, onOtherVisitor } from './forgetting.ts'
import { isComing, lostAtEnd, mediumToTake } from './paperOfVisit.ts'
import { usePrinter } from './printer.ts'
import { createPrintJobs } from './printJobs.ts'
import { useSession } from './session.ts'

/** What a person points at when they print: enough to ask for it, and what they know it by. */
export interface Printable {
  document: PrintableRef
  name: string
}

/** The duplicate of an invoice. */
export const duplicateOf = ({ id, number }: { id: string; number: string }): Printable => ({
  document: { kind: 'duplicate', invoiceId: id },
  name: number,
})

/** Where the printing of a job is told. A number in the queue, and what was filed without an account, is for everybody. */
export function pathOf(jobId: string, kind: 'turn' | 'other' = 'other'): string {
  const place = kind === 'turn' ? 'turno' : useSession().isOpen ? 'imprimir' : 'contacto/imprimir'
  return `/${place}/${encodeURIComponent(jobId)}`
}

/** The same paper, whatever the order of its fields. */
const keyOf = (document: DocumentRef): string => JSON.stringify(Object.entries(document).sort())

/** What this visit has printed, and which jobs leaving would cancel. */
function paperOf(jobs: ReadonlyMap<string, PrintJob>, nothingOut: ReadonlySet<string>) {
  const all = computed(() => [...jobs.values()])
  return {
    /** What is cancelled if the visit ends now. */
    lost: computed(() => lostAtEnd(all.value)),
    /** Something is on its way out. */
    isOnItsWay: computed(() => all.value.some(isComing)),
    /** What has come out or is coming. */
    toTake: computed(() => mediumToTake(all.value, nothingOut)),
    /** The number that this visitor has in the queue, unless it never came out. */
    turn: computed(() => all.value.find(({ kind, state }) => kind === 'turn' && state !== 'failed' && state !== 'cancelled') ?? null),
  }
}

async function ask(document: PrintableRef, on?: PrinterRole): Promise<Result<PrintJob>> {
  const printer = usePrinter()
  // Of what may come out of another printer, the job tells.
  const needsSheets = isOnlyFor('documents', document.kind)
  // It was gone when the screen opened; it may be back.
  if (needsSheets && printer.offline) await printer.check(document.kind)
  if (needsSheets && printer.offline) return failure({ code: 'printer-offline' })
  return call('printing.print', { document, ...(on && { on }) })
}

/** Asking for paper, and the jobs that come of it. Gone with the visitor. */
export const usePrinting = defineStore('printing', () => {
  const session = useSession()
  const { keep, nothingOut, ...work } = createPrintJobs(session)
  const paper = paperOf(work.jobs, nothingOut)
  /** What is being asked for at this moment: a second touch does nothing. */
  const asking = ref<DocumentRef | null>(null)
  /** Asked for, and not printed: the printer is not there, or the request was refused. */
  const refused = ref<{ printable: Printable; problem: Problem } | null>(null)

  /** Answers the job's id, or null when there is none: `refused` says why. `on`: not on the printer that it is made for. */
  async function print(printable: Printable, on?: PrinterRole): Promise<string | null> {
    if (asking.value !== null) return null
    const { visitor, whose } = session
    asking.value = printable.document
    refused.value = null
    const answer = await ask(printable.document, on)
    if (visitor !== session.visitor) return null
    if (answer.ok) keep(answer.value)
    // It comes out all the same, but the screens are another account's by now.
    if (whose !== session.whose) return null
    asking.value = null
    if (answer.ok) return answer.value.id
    refused.value = { printable, problem: answer.problem }
    return null
  }

  const isBusy = computed(() => asking.value !== null)

  /** The screen tells of paper that is in the hand: to finish is what comes next. */
  const isDone = ref(false)

  const isAsking = (document: DocumentRef): boolean => asking.value !== null && keyOf(asking.value) === keyOf(document)

  onOtherVisitor(() => {
    ;[work.jobs, nothingOut].forEach((kept) => kept.clear())
    isDone.value = false
  })
  // The paper of a visit is all its accounts'; what one asked for and did not get is its own.
  onOtherAccount(() => {
    refused.value = null
    asking.value = null
  })

  return { ...work, isBusy, isAsking, isDone, ...paper, refused, print }
})
