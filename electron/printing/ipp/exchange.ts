import { Client } from 'undici'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log/log.ts'

/** Milliseconds. A printer that takes a document may be warming up, so that handing over waits longer than asking. */
export interface IppTimeouts {
  connect: number
  ask: number
  sendDocument: number
}

/**
 * How an HTTP exchange ended. `not-sent`: no connection came about, so that not one byte left; `refused`: the server answered
 * that it does not take requests like this one; `unclear`: the connection stood, and what happened on it is not known.
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
 * Posts one IPP message on a connection of its own: with a kept one that its printer has just closed it would not be clear
 * whether anything was sent.
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
