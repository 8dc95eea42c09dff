import type { Media } from '../../documents/drawnDocument.ts'
import type { PrintableDocument, Printer, PrinterJob, Submission } from '../printer.ts'
import { describePrinter, openIpp, type IppConnection, type IppOptions } from './ippConnection.ts'
import { jobFrom, progressAttributes, progressFrom } from './job.ts'
import { isSuccess, isTooLate, submissionFrom } from './status.ts'

/** Names of PWG 5101.1. Always sent: without it some printers take their own default and shrink or cut the page. */
const mediaNames: Record<Media, string> = { letter: 'na_letter_8.5x11in', a4: 'iso_a4_210x297mm' }

/** A printer that speaks IPP (RFC 8010, 8011), carried by undici. */
export function createIppPrinter(options: IppOptions): Printer {
  const ipp = openIpp(options)
  let progress = 0
  return {
    kind: 'ipp',
    name: ipp.printerUri,
    status: async () => (await describePrinter(ipp))?.status ?? { state: 'offline', attention: ['offline'] },
    submit: (document) => submit(ipp, document),
    async query(ref) {
      const asked = await query(ipp, ref)
      progress = asked.progress
      return asked.job
    },
    progress: () => progress,
    cancel: (ref) => cancel(ipp, ref),
    close: () => ipp.close(),
  }
}

/** Asks how the printer is first: when that fails, it is certain that nothing was printed. */
async function submit(ipp: IppConnection, { bytes, title, media, trueSize }: PrintableDocument): Promise<Submission> {
  const printer = await describePrinter(ipp)
  if (!printer) return { outcome: 'unreachable' }
  if (printer.status.refuses) return { outcome: 'refused' }
  const answered = await ipp.ask({
    operation: 'Print-Job',
    operationAttributes: { 'job-name': title, 'document-format': 'application/pdf' },
    jobAttributes: {
      media: mediaNames[media ?? 'letter'],
      sides: 'one-sided',
      ...(trueSize && printer.keepsSize && { 'print-scaling': 'none' }),
    },
    document: bytes,
  })
  if (answered.kind === 'not-sent') return { outcome: 'unreachable' }
  if (answered.kind !== 'understood') return { outcome: answered.kind }
  return submissionFrom(answered.answer, title)
}

async function query(ipp: IppConnection, ref: string): Promise<{ job: PrinterJob; progress: number }> {
  const { jobId, title } = readRef(ref)
  const requested = ['job-id', 'job-name', 'job-state', 'job-state-reasons', ...progressAttributes]
  const operationAttributes = { 'job-id': jobId, 'requested-attributes': requested }
  const answered = await ipp.ask({ operation: 'Get-Job-Attributes', operationAttributes })
  if (answered.kind !== 'understood') return { job: 'unreachable', progress: 0 }
  return { job: jobFrom(answered.answer, title), progress: progressFrom(answered.answer) }
}

async function cancel(ipp: IppConnection, ref: string): Promise<boolean> {
  // A printer that was restarted numbers its jobs anew: never end somebody else's.
  const { job } = await query(ipp, ref)
  if (job === 'forgotten' || job === 'unreachable') return false
  const answered = await ipp.ask({ operation: 'Cancel-Job', operationAttributes: { 'job-id': readRef(ref).jobId } })
  return answered.kind === 'understood' && (isSuccess(answered.answer.status) || isTooLate(answered.answer.status))
}

/** `7 Ventanilla 0198…`: the printer's number and the name that it was given. */
function readRef(ref: string): { jobId: number; title: string } {
  const space = ref.indexOf(' ')
  return { jobId: Number(ref.slice(0, space)), title: ref.slice(space + 1) }
}
