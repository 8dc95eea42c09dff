import { getCACertificates } from 'node:tls'
import type { PrinterStatus } from '../../../shared/contract/printing.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log/log.ts'
import type { DocumentPrinter, Media, PrintableDocument, PrinterJob, Submission } from '../printer.ts'
import { statusFrom } from './attention.ts'
import { exchange, type Exchange, type IppTimeouts } from './exchange.ts'
import { jobFrom } from './job.ts'
import { decodeAnswer, encodeRequest, type IppAnswer } from './message.ts'
import { isSuccess, isTooLate, submissionFrom } from './status.ts'

export const ippTimeouts: IppTimeouts = { connect: 5_000, ask: 10_000, handOver: 60_000 }

/** Names of PWG 5101.1. Always sent: without it some printers take their own default and shrink or cut the page. */
const mediaNames: Record<Media, string> = { letter: 'na_letter_8.5x11in', a4: 'iso_a4_210x297mm' }

const USER = { 'requesting-user-name': 'ventanilla' }

interface IppOptions {
  /** `ipp://` or `ipps://`. */
  uri: string
  /** Certificate authorities beside the system's, PEM. An untrusted certificate is refused. */
  ca?: string
  timeouts?: IppTimeouts
  clock: Clock
  log: Log
}

type Ask = Omit<Parameters<typeof encodeRequest>[0], 'id' | 'printerUri'>
type Answer = Exclude<Exchange, { kind: 'answered' }> | { kind: 'understood'; answer: IppAnswer }

/** A printer that speaks IPP (RFC 8010, 8011): encoded by `ipp`, carried by undici. */
export function createIppPrinter({ uri, ca, timeouts = ippTimeouts, clock, log }: IppOptions): DocumentPrinter {
  const { printerUri, url } = addressesOf(uri)
  const closed = new AbortController()
  // Given alone, `ca` would replace the system's authorities.
  const authorities = ca === undefined ? undefined : [...getCACertificates('default'), ca]
  let lastId = 0

  async function ask(request: Ask, patience = timeouts.ask): Promise<Answer> {
    lastId += 1
    const message = encodeRequest({ ...request, id: lastId, printerUri })
    const id = lastId
    const outcome = await exchange({ url, message, patience, timeouts, ca: authorities, clock, log, signal: closed.signal })
    if (outcome.kind !== 'answered') return outcome
    const answer = decodeAnswer(outcome.body, id)
    return answer ? { kind: 'understood', answer } : { kind: 'unclear' }
  }

  async function describePrinter(): Promise<{ status: PrinterStatus; accepting: boolean } | null> {
    const requested = ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs']
    const answered = await ask({ operation: 'Get-Printer-Attributes', operationAttributes: { ...USER, 'requested-attributes': requested } })
    if (answered.kind !== 'understood' || !isSuccess(answered.answer.status)) return null
    const { attributes } = answered.answer
    const state = attributes.get('printer-state')?.[0]
    if (typeof state !== 'number') return null
    const reasons = (attributes.get('printer-state-reasons') ?? []).map(String)
    return { status: statusFrom(state, reasons), accepting: attributes.get('printer-is-accepting-jobs')?.[0] !== false }
  }

  /** Asks how the printer is first: when that fails, it is certain that nothing was printed. */
  async function submit({ pdf, title, media }: PrintableDocument): Promise<Submission> {
    const printer = await describePrinter()
    if (!printer) return { outcome: 'unreachable' }
    if (!printer.accepting) return { outcome: 'refused' }
    const operationAttributes = { ...USER, 'job-name': title, 'document-format': 'application/pdf' }
    const jobAttributes = { media: mediaNames[media], sides: 'one-sided' }
    const answered = await ask({ operation: 'Print-Job', operationAttributes, jobAttributes, document: pdf }, timeouts.handOver)
    if (answered.kind === 'not-sent') return { outcome: 'unreachable' }
    if (answered.kind !== 'understood') return { outcome: answered.kind }
    return submissionFrom(answered.answer, title)
  }

  async function query(ref: string): Promise<PrinterJob> {
    const { jobId, title } = readRef(ref)
    const requested = ['job-id', 'job-name', 'job-state', 'job-state-reasons']
    const operationAttributes = { 'job-id': jobId, ...USER, 'requested-attributes': requested }
    const answered = await ask({ operation: 'Get-Job-Attributes', operationAttributes })
    return answered.kind === 'understood' ? jobFrom(answered.answer, title) : 'unreachable'
  }

  async function cancel(ref: string): Promise<boolean> {
    // A printer that was restarted numbers its jobs anew: never end somebody else's.
    const state = await query(ref)
    if (state === 'forgotten' || state === 'unreachable') return false
    const answered = await ask({ operation: 'Cancel-Job', operationAttributes: { 'job-id': readRef(ref).jobId, ...USER } })
    return answered.kind === 'understood' && (isSuccess(answered.answer.status) || isTooLate(answered.answer.status))
  }

  return {
    kind: 'ipp',
    name: printerUri,
    status: async () => (await describePrinter())?.status ?? { state: 'offline', attention: ['offline'] },
    submit,
    query,
    cancel,
    close: () => closed.abort(),
  }
}

/** IPP travels over HTTP on port 631 (RFC 8010 §4, RFC 7472 for TLS). */
function addressesOf(uri: string): { printerUri: string; url: URL } {
  const { protocol, host, port, pathname } = new URL(uri)
  const authority = port === '' ? `${host}:631` : host
  const http = protocol === 'ipps:' ? 'https' : 'http'
  return { printerUri: `${protocol}//${host}${pathname}`, url: new URL(`${http}://${authority}${pathname}`) }
}

/** `7 Ventanilla 0198…`: the printer's number and the name that it was given. */
function readRef(ref: string): { jobId: number; title: string } {
  const space = ref.indexOf(' ')
  return { jobId: Number(ref.slice(0, space)), title: ref.slice(space + 1) }
}
