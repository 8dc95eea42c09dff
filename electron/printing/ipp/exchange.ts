import { Client } from 'undici'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log/log.ts'

/** Milliseconds. A printer may warm up while it receives a document, so that sending one may take longer than a query. */
export interface IppTimeouts {
  connect: number
  ask: number
  sendDocument: number
}

/**
 * How an HTTP exchange ended. `not-sent`: there was no connection, so nothing was sent; `refused`: the server answered that it does not accept
 * this request; `unclear`: there was a connection, and what happened on it is not known.
 */
export type Exchange = { kind: 'answered'; body: Buffer } | { kind: 'refused' } | { kind: 'not-sent' } | { kind: 'unclear' }

interface Send {
  url: URL
  message: Buffer
  /** Time for the whole exchange, connecting excepted. */
  patience: number
  timeouts: IppTimeouts
  /** Certificate authorities; the system's when not given. */
  ca: string[] | undefined
  clock: Clock
  log: Log
  signal: AbortSignal
}

const LARGEST_ANSWER = 1_000_000

/**
 * Posts one IPP message on a new connection: with a kept-alive one that the printer has just closed, it would be unknown whether anything was
 * sent.
 */
export async function exchange({ url, message, patience, timeouts, ca, clock, log, signal }: Send): Promise<Exchange> {
  const client = new Client(url.origin, {
    pipelining: 0,
    allowH2: false,
    headersTimeout: patience,
    bodyTimeout: patience,
    maxResponseSize: LARGEST_ANSWER,
    connect: { timeout: timeouts.connect, ...(ca !== undefined && { ca }) },
  })
  let connected = false
  client.once('connect', () => (connected = true))
  const slow = new AbortController()
  const calm = clock.after(timeouts.connect + patience, () => slow.abort())
  try {
    return await post(client, url, message, AbortSignal.any([slow.signal, signal]))
  } catch (error) {
    log.warn({ code: codeOf(error), connected }, 'printer did not answer')
    return { kind: connected ? 'unclear' : 'not-sent' }
  } finally {
    calm()
    await client.destroy()
  }
}

async function post(client: Client, url: URL, message: Buffer, signal: AbortSignal): Promise<Exchange> {
  const { statusCode, headers, body } = await client.request({
    method: 'POST',
    path: url.pathname,
    headers: { 'content-type': 'application/ipp', accept: 'application/ipp' },
    body: message,
    signal,
  })
  const bytes = Buffer.from(await body.arrayBuffer())
  if (statusCode >= 400 && statusCode < 500) return { kind: 'refused' }
  const isIpp = statusCode === 200 && String(headers['content-type']).startsWith('application/ipp')
  return isIpp ? { kind: 'answered', body: bytes } : { kind: 'unclear' }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : typeof error
}
