import { attention, type Attention, type PrinterStatus } from '../../shared/contract/printing.ts'
import type { PrintableDocument, Printer, PrinterJob, Submission } from '../../electron/printing/printer.ts'

type Met = Submission['outcome'] | Attention

/** A printer that does what it is told, for the hours that a real one would take. */
export interface FakePrinter extends Printer {
  readonly taken: PrintableDocument[]
  readonly cancelled: string[]
  /** What the next submissions meet; `accepted` when there is nothing left. Busy with an attention is written as that attention. */
  meet(...outcomes: Met[]): void
  /** What it says from now on. */
  say(job: PrinterJob, status?: PrinterStatus): void
  /** It counts one more each time that it is asked. */
  countForEver(): void
}

export function fakePrinter(): FakePrinter {
  const taken: PrintableDocument[] = []
  const cancelled: string[] = []
  const ahead: Met[] = []
  let job: PrinterJob = 'completed'
  let status: PrinterStatus = { state: 'ready', attention: [] }
  let [counted, step] = [0, 0]
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
    countForEver: () => void (step = 1),
    progress: () => (counted += step),
    status: () => Promise.resolve(status),
    submit(document) {
      const outcome = ahead.shift() ?? 'accepted'
      if (outcome === 'accepted' || outcome === 'unclear') taken.push(document)
      return Promise.resolve(submissionOf(outcome, `${taken.length} ${document.title}`))
    },
    query: () => Promise.resolve(job),
    cancel(ref) {
      cancelled.push(ref)
      return Promise.resolve(job !== 'unreachable')
    },
    close: () => undefined,
  }
}

function submissionOf(met: Met, ref: string): Submission {
  const wanted = attention.safeParse(met)
  if (wanted.success) return { outcome: 'busy', attention: wanted.data }
  const outcome = met as Submission['outcome']
  return outcome === 'accepted' ? { outcome, ref } : { outcome }
}
