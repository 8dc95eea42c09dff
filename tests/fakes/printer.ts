import type { PrinterStatus } from '../../shared/contract/printing.ts'
import type { DocumentPrinter, PrintableDocument, PrinterJob, Submission } from '../../electron/printing/printer.ts'

/** A printer that does what it is told, for the hours that a real one would take. */
export interface FakePrinter extends DocumentPrinter {
  readonly taken: PrintableDocument[]
  readonly cancelled: string[]
  /** What the next submissions meet; `accepted` when there is nothing left. */
  meet(...outcomes: Submission['outcome'][]): void
  /** What it says from now on. */
  say(job: PrinterJob, status?: PrinterStatus): void
}

export function fakePrinter(): FakePrinter {
  const taken: PrintableDocument[] = []
  const cancelled: string[] = []
  const ahead: Submission['outcome'][] = []
  let job: PrinterJob = 'completed'
  let status: PrinterStatus = { state: 'ready', attention: [] }
  return {
    kind: 'ipp',
    name: 'ipp://fake:631/ipp/print',
    taken,
    cancelled,
    meet: (...outcomes) => void ahead.push(...outcomes),
    say(nextJob, nextStatus = { state: 'ready', attention: [] }) {
      job = nextJob
      status = nextStatus
    },
    status: () => Promise.resolve(status),
    submit(document) {
      const outcome = ahead.shift() ?? 'accepted'
      if (outcome === 'accepted' || outcome === 'unclear') taken.push(document)
      return Promise.resolve(outcome === 'accepted' ? { outcome, ref: `${taken.length} ${document.title}` } : { outcome })
    },
    query: () => Promise.resolve(job),
    cancel(ref) {
      cancelled.push(ref)
      return Promise.resolve(job !== 'unreachable')
    },
    close: () => undefined,
  }
}
