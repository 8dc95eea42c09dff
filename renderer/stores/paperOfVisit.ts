import type { PrinterRole, PrintJob } from '../../shared/contract/printing.ts'
import { printerTraits } from '../../shared/domain/printers.ts'

const isOpen = ({ state }: PrintJob): boolean => state === 'queued' || state === 'sent'

/** Whoever leaves does without it. What only seems slow comes out nevertheless, and what a ticket printer was sent cannot be called back. */
export const endsWithVisit = ({ printer, state, attention }: PrintJob): boolean =>
  attention !== 'slow' && (printerTraits[printer].canRecall || state === 'queued')

/** It waits for somebody, and nobody will wait for it. */
const isStuck = (job: PrintJob): boolean => isOpen(job) && job.attention !== null && endsWithVisit(job)

/** A printer works on one job after another: that one alone comes out for whoever has left. */
function inWorkAt(printer: PrinterRole, jobs: readonly PrintJob[]): PrintJob | undefined {
  const open = jobs.filter((job) => isOpen(job) && job.printer === printer)
  return open.find(({ state }) => state === 'sent') ?? open[0]
}

/** The jobs that are cancelled if the visit ends now. */
export const lostAtEnd = (jobs: readonly PrintJob[]): PrintJob[] =>
  jobs.filter((job) => isOpen(job) && (isStuck(job) || inWorkAt(job.printer, jobs)?.id !== job.id))

/** It advances: who waits for it has not left. */
export const isComing = (job: PrintJob): boolean => isOpen(job) && !isStuck(job)

/** Of what has come out or is coming: sheets before a ticket. `nothingOut`: those of which the person said so. */
export function mediumToTake(jobs: readonly PrintJob[], nothingOut: ReadonlySet<string>): 'sheet' | 'ticket' | null {
  const comesOut = (job: PrintJob): boolean => job.state !== 'failed' && job.state !== 'cancelled' && !isStuck(job) && !nothingOut.has(job.id)
  const media = jobs.filter(comesOut).map(({ printer }) => printerTraits[printer].medium)
  return media.find((medium) => medium === 'sheet') ?? media[0] ?? null
}
