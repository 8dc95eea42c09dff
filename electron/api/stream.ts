import { request, type Dispatcher } from 'undici'
import { kindOf, readContentType } from './exchange.ts'
import { apiFailure, type ApiOutcome } from './outcome.ts'
import { judgeStatus } from './reply.ts'

/** Until the headers, milliseconds; what comes after is for the reader to judge. */
const HEADERS_TIMEOUT = 15_000

/** An answer without an end. Iterating throws what the network does to it. */
export type OpenStream = AsyncIterable<Uint8Array>

interface Opening {
  url: URL
  headers: { accept: string; authorization: string }
  signal: AbortSignal
}

/** Opens a stream of the accepted type; anything else that is answered is a failure. `now`: for a `Retry-After` that is a date. */
export async function openStream(dispatcher: Dispatcher, { url, headers, signal }: Opening, now: number): Promise<ApiOutcome<OpenStream>> {
  try {
    const call = { dispatcher, signal, headers, method: 'GET', headersTimeout: HEADERS_TIMEOUT, bodyTimeout: 0 } as const
    const answer = await request(url, call)
    const contentType = readContentType(answer.headers['content-type'])
    if (answer.statusCode === 200 && contentType === headers.accept) return { ok: true, value: answer.body }
    // What else it says is not read: only its status counts.
    answer.body.on('error', () => undefined).destroy()
    const retryAfter = answer.headers['retry-after']
    const judged = judgeStatus({ status: answer.statusCode, contentType, retryAfter: String(retryAfter ?? ''), body: new Uint8Array() }, now)
    return judged.ok ? apiFailure('not-an-answer') : judged
  } catch (error) {
    return apiFailure(kindOf(error))
  }
}
