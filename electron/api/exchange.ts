import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { errors, request, type Dispatcher } from 'undici'
import { MOST_BYTES } from './apiConnections.ts'
import { apiFailure, type ApiFailureKind, type ApiOutcome } from './outcome.ts'

/** Milliseconds for one call, whole: a slow drip keeps every single time-out and still ends. */
export const DEADLINE = 120_000

export interface Exchange {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: URL
  headers: Record<string, string>
  body?: string | Uint8Array
  signal: AbortSignal
  /** Milliseconds. */
  deadline: number
  /** Called for every piece of what may become a good answer: a long one proves that the utility is there before it ends. */
  onHeard?: (() => void) | undefined
}

/** What came back, whatever its status: unpacked, not yet understood. */
export interface Reply {
  status: number
  /** Lower case, without parameters. */
  contentType: string
  retryAfter: string | undefined
  /** By the clock of whoever answered, milliseconds since the epoch; undefined where it does not say. */
  answeredAt?: number | undefined
  body: Uint8Array
}

const unpack = promisify(gunzip)

/** Sends one request and reads its answer. Redirects are not followed: no part of the contract redirects, captive portals do. */
export async function exchange(dispatcher: Dispatcher, { url, signal, deadline, onHeard, ...rest }: Exchange): Promise<ApiOutcome<Reply>> {
  try {
    const ending = AbortSignal.any([signal, AbortSignal.timeout(deadline)])
    const { statusCode, headers, body } = await request(url, { dispatcher, signal: ending, ...rest })
    const contentType = readContentType(headers['content-type'])
    if (onHeard && statusCode === 200 && contentType === rest.headers.accept) body.on('data', onHeard)
    const bytes = await body.bytes()
    const unpacked = isGzip(single(headers['content-encoding'])) ? await unpack(bytes, { maxOutputLength: MOST_BYTES }) : bytes
    const [retryAfter, answeredAt] = [single(headers['retry-after']), readDate(single(headers.date))]
    return { ok: true, value: { status: statusCode, contentType, retryAfter, answeredAt, body: unpacked } }
  } catch (error) {
    return apiFailure(kindOf(error))
  }
}

/** Lower case, without parameters. */
export const readContentType = (header: string | string[] | undefined): string => single(header)?.split(';')[0]?.trim().toLowerCase() ?? ''

/** `Date` (RFC 9110 §6.6.1). */
function readDate(header = ''): number | undefined {
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : at
}

/** Codings are named in either case, and this one by either name (RFC 9110 §8.4.1). */
const isGzip = (coding = ''): boolean => /^(x-)?gzip$/i.test(coding)

const single = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)

/** Throws what is not the network's doing. */
export function kindOf(error: unknown): ApiFailureKind {
  if (error instanceof errors.ResponseExceededMaxSizeError) return 'too-large'
  if (error instanceof errors.HTTPParserError) return 'not-an-answer'
  if (error instanceof errors.UndiciError) return 'unreachable'
  if (error instanceof DOMException) return 'unreachable' // the deadline, or the program is stopping
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'too-large'
  if (/^Z_/.test(code)) return 'not-an-answer'
  if (/CERT|^UNABLE_TO_|^ERR_TLS_|^ERR_SSL_/.test(code)) return 'untrusted'
  if (/^E[A-Z]+/.test(code)) return 'unreachable'
  throw error
}
