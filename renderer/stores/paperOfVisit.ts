import type { PrinterRole, PrintJob } from '../../shared/contract/printing.ts'
import { printerTraits } from '../../shared/domain/printers.ts'

const isOpen = ({ state }: PrintJob): boolean => state === 'queued' || state === 'sent'

/** Whether leaving cancels the job. A slow job still comes out, and what was sent to a ticket printer cannot be recalled. */
export const endsWithVisit = ({ printer, state, attention }: PrintJob): boolean =>
  attention !== 'slow' && (printerTraits[printer].canRecall || state === 'queued')

/** The printer waits for somebody to act, and leaving cancels the job. */
const isStuck = (job: PrintJob): boolean => isOpen(job) && job.attention !== null && endsWithVisit(job)

/** The job that the printer is working on: the only one that still comes out after the visit. */
function inWorkAt(printer: PrinterRole, jobs: readonly PrintJob[]): PrintJob | undefined {
  const open = jobs.filter((job) => isOpen(job) && job.printer === printer)
  return open.find(({ state }) => state === 'sent') ?? open[0]
}

/** The jobs that are cancelled if the visit ends now. */
export const lostAtEnd = (jobs: readonly PrintJob[]): PrintJob[] =>
  jobs.filter((job) => isOpen(job) && (isStuck(job) || inWorkAt(job.printer, jobs)?.id !== job.id))

/** The job advances: the person waits for it and has not left. */
export const isComing = (job: PrintJob): boolean => isOpen(job) && !isStuck(job)

/** What the person has to take from the printer, sheets before tickets. `nothingOut`: the jobs of which the person said that nothing came out. */
export function mediumToTake(jobs: readonly PrintJob[], nothingOut: ReadonlySet<string>): 'sheet' | 'ticket' | null {
  const comesOut = (job: PrintJob): boolean => job.state !== 'failed' && job.state !== 'cancelled' && !isStuck(job) && !nothingOut.has(job.id)
  const media = jobs.filter(comesOut).map(({ printer }) => printerTraits[printer].medium)
  return media.find((medium) => medium === 'sheet') ?? media[0] ?? null
}
