import { getCACertificates } from 'node:tls'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log/log.ts'
import type { PrinterState } from '../printer.ts'
import { exchange, type Exchange, type IppTimeouts } from './exchange.ts'
import { decodeAnswer, type IppAnswer } from './message.ts'
import { stateFrom } from './printerState.ts'
import { encodeRequest, type IppRequest } from './request.ts'
import { isSuccess } from './status.ts'

export const ippTimeouts: IppTimeouts = { connect: 5_000, ask: 10_000, sendDocument: 60_000 }

export interface IppOptions {
  /** `ipp://` or `ipps://`. */
  uri: string
  /** Certificate authorities beside the system's, PEM. An untrusted certificate is refused. */
  ca?: string
  timeouts?: IppTimeouts
  clock: Clock
  log: Log
}

type Ask = Omit<IppRequest, 'id' | 'printerUri'>
type Answer = Exclude<Exchange, { kind: 'answered' }> | { kind: 'understood'; answer: IppAnswer }

/** Questions to one printer. */
export interface IppConnection {
  readonly printerUri: string
  ask(request: Ask): Promise<Answer>
  close(): void
}

export function openIpp({ uri, ca, timeouts = ippTimeouts, clock, log }: IppOptions): IppConnection {
  const { printerUri, url } = addressesOf(uri)
  const closed = new AbortController()
  // Given alone, `ca` would replace the system's authorities.
  const authorities = ca === undefined ? undefined : [...getCACertificates('default'), ca]
  let lastId = 0

  return {
    printerUri,
    async ask(request) {
      const id = ++lastId
      const message = encodeRequest({ ...request, id, printerUri })
      const patience = request.document ? timeouts.sendDocument : timeouts.ask
      const outcome = await exchange({ url, message, patience, timeouts, ca: authorities, clock, log, signal: closed.signal })
      if (outcome.kind !== 'answered') return outcome
      const answer = decodeAnswer(outcome.body, id)
      return answer ? { kind: 'understood', answer } : { kind: 'unclear' }
    },
    close: () => closed.abort(),
  }
}

interface Description {
  status: PrinterState
  /** The printer can print a page without scaling. */
  keepsSize: boolean
}

/** The state of the printer; null without an intelligible answer. */
export async function describePrinter(ipp: IppConnection): Promise<Description | null> {
  const requested = ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs', 'print-scaling-supported']
  const operationAttributes = { 'requested-attributes': requested }
  const answered = await ipp.ask({ operation: 'Get-Printer-Attributes', operationAttributes })
  if (answered.kind !== 'understood' || !isSuccess(answered.answer.status)) return null
  const { attributes } = answered.answer
  const state = attributes.get('printer-state')?.[0]
  if (typeof state !== 'number') return null
  const reasons = (attributes.get('printer-state-reasons') ?? []).map(String)
  const refuses = attributes.get('printer-is-accepting-jobs')?.[0] === false
  return {
    status: { ...stateFrom(state, reasons), ...(refuses && { refuses }) },
    keepsSize: (attributes.get('print-scaling-supported') ?? []).includes('none'),
  }
}

/** IPP travels over HTTP on port 631 (RFC 8010 §4, RFC 7472 for TLS). */
function addressesOf(uri: string): { printerUri: string; url: URL } {
  const { protocol, host, port, pathname } = new URL(uri)
  const authority = port === '' ? `${host}:631` : host
  const http = protocol === 'ipps:' ? 'https' : 'http'
  return { printerUri: `${protocol}//${host}${pathname}`, url: new URL(`${http}://${authority}${pathname}`) }
}
