import { zIssueTokenResponse } from '../../shared/utility-api/generated/zod.gen.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { isLoopback, readBaseUrl } from './address.ts'
import { createAuthorized, type Authorized } from './authorized.ts'
import { createConnections } from './apiConnections.ts'
import { DEADLINE, exchange, type Exchange, type Reply } from './exchange.ts'
import { openStream, type OpenStream } from './stream.ts'
import type { ApiOutcome } from './outcome.ts'
import { judgeStatus, readJson, type Judge } from './reply.ts'
import { createTokenKeeper } from './token.ts'

export interface ApiSettings {
  baseUrl: string
  clientId: string
  clientSecret: string
  /** PEM; trusted beside the usual roots. */
  caFile?: string
}

export type CallerParts = ApiSettings & {
  log: Log
  clock: Clock
  /** Called whenever something of a good answer arrives. */
  onHeard?: () => void
  /** Milliseconds for one call, whole. */
  deadline?: number
}

interface PostOptions {
  /** Beside those that every call has. */
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
  /** What the statuses mean, where the call has its own. */
  judge?: Judge
}

interface CustomerCall extends PostOptions {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  /** Sent as JSON. */
  body?: object | undefined
}

/** Calls under the utility's address, with this kiosk's token. */
export interface Caller {
  /** A token that is refused is replaced once. */
  get(path: string, accept: string, signal?: AbortSignal): Promise<ApiOutcome<Reply>>
  /** Sends JSON. */
  post(path: string, body: string | Uint8Array, options?: PostOptions): Promise<ApiOutcome<Reply>>
  /** A call whose 401 may speak of the customer: that is `refused`, with `status` 401. */
  forCustomer(call: CustomerCall): Promise<ApiOutcome<Reply>>
  /** An answer that goes on until the signal or the other side ends it. */
  open(path: string, accept: string, signal: AbortSignal): Promise<ApiOutcome<OpenStream>>
  close(): Promise<void>
}

/** Every utility answers it to whoever has a good token. */
export const BRANCH = 'v1/branch'

type Call = Omit<Exchange, 'signal' | 'deadline'>

/** Throws `InsecureAddress`. */
export function createCaller({ caFile, log, clock, onHeard, deadline = DEADLINE, ...settings }: CallerParts): Caller {
  const baseUrl = readBaseUrl(settings.baseUrl)
  const connections = createConnections(baseUrl, caFile)
  const closing = new AbortController()
  const authorized = createAuthorized(createTokenKeeper(async () => readJson(zIssueTokenResponse, await send(tokenRequest(settings, baseUrl))), clock))
  // On this machine unpacking costs more than the bytes it saves.
  const encoding: Record<string, string> = isLoopback(baseUrl) ? {} : { 'accept-encoding': 'gzip' }

  const noteTrust = createTrustLog(log, baseUrl.host)
  const endingWith = (signal?: AbortSignal): AbortSignal => (signal ? AbortSignal.any([signal, closing.signal]) : closing.signal)

  async function send(call: Call, signal?: AbortSignal, judge: Judge = judgeStatus): Promise<ApiOutcome<Reply>> {
    const outcome = noteTrust(await exchange(connections, { ...call, onHeard, deadline, signal: endingWith(signal) }))
    return outcome.ok ? judge(outcome.value, clock.now()) : outcome
  }

  return {
    get: (path, accept, signal) =>
      authorized((authorization) => send({ method: 'GET', url: new URL(path, baseUrl), headers: { accept, ...encoding, authorization } }, signal), { signal }),
    post: (path, body, { headers, signal, judge } = {}) =>
      authorized(
        (authorization) => {
          const all = { accept: 'application/json', 'content-type': 'application/json', ...encoding, ...headers, authorization }
          return send({ method: 'POST', url: new URL(path, baseUrl), headers: all, body }, signal, judge)
        },
        { signal },
      ),
    forCustomer: createForCustomer({ baseUrl, send, authorized }),
    open: (path, accept, signal) =>
      authorized(
        async (authorization) => {
          const call = { url: new URL(path, baseUrl), headers: { accept, authorization }, signal: endingWith(signal) }
          return noteTrust(await openStream(connections, call, clock.now()))
        },
        { signal },
      ),
    async close() {
      closing.abort()
      await connections.destroy()
    },
  }
}

interface CustomerCallParts {
  baseUrl: URL
  send: (call: Call, signal?: AbortSignal, judge?: Judge) => Promise<ApiOutcome<Reply>>
  authorized: Authorized
}

function createForCustomer({ baseUrl, send, authorized }: CustomerCallParts): Caller['forCustomer'] {
  return ({ method, path, body, headers, signal, judge }) => {
    const type: Record<string, string> = body ? { 'content-type': 'application/json' } : {}
    const call = { method, url: new URL(path, baseUrl), ...(body && { body: JSON.stringify(body) }) }
    const accept = 'application/json'
    const prove = (authorization: string) => send({ method: 'GET', url: new URL(BRANCH, baseUrl), headers: { accept, authorization } }, signal)
    return authorized((authorization) => send({ ...call, headers: { accept, ...type, ...headers, authorization } }, signal, judge), { signal, prove })
  }
}

/** Logs once that the certificate is not trusted, and again only after it was: the link is tried every few seconds. */
function createTrustLog(log: Log, host: string): <T>(outcome: ApiOutcome<T>) => ApiOutcome<T> {
  let distrusted = false
  return (outcome) => {
    const now = !outcome.ok && outcome.failure === 'untrusted'
    if (now && !distrusted) log.error({ host }, 'certificate of the utility is not trusted')
    if (now || outcome.ok) distrusted = now
    return outcome
  }
}

/** The client credentials grant (RFC 6749 §4.4). */
function tokenRequest({ clientId, clientSecret }: ApiSettings, baseUrl: URL): Call {
  return {
    method: 'POST',
    url: new URL('oauth/token', baseUrl),
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }).toString(),
  }
}
