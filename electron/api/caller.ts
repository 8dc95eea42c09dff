import { zIssueTokenResponse } from '../../shared/utility-api/generated/zod.gen.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { isLoopback, readBaseUrl } from './address.ts'
import { createConnections } from './connection.ts'
import { exchange, type Exchange, type Reply } from './exchange.ts'
import type { ApiOutcome } from './outcome.ts'
import { judgeStatus, readJson } from './reply.ts'
import { createTokenKeeper } from './token.ts'

export interface ApiSettings {
  baseUrl: string
  clientId: string
  clientSecret: string
  /** PEM; trusted beside the usual roots. */
  caFile?: string
}

export type CallerParts = ApiSettings & { log: Log; clock: Clock }

/** Calls under the utility's address, with this kiosk's token. */
export interface Caller {
  /** A token that is refused is replaced once. */
  get(path: string, accept: string): Promise<ApiOutcome<Reply>>
  close(): Promise<void>
}

/** Throws `InsecureAddress`. */
export function createCaller({ caFile, log, clock, ...settings }: CallerParts): Caller {
  const baseUrl = readBaseUrl(settings.baseUrl)
  const connections = createConnections(baseUrl, caFile)
  const closing = new AbortController()
  const tokens = createTokenKeeper(async () => readJson(zIssueTokenResponse, await send(tokenRequest(settings, baseUrl))), clock)
  // On this machine unpacking costs more than the bytes it saves.
  const encoding: Record<string, string> = isLoopback(baseUrl) ? {} : { 'accept-encoding': 'gzip' }

  async function send(call: Omit<Exchange, 'signal'>): Promise<ApiOutcome<Reply>> {
    const outcome = await exchange(connections, { ...call, signal: closing.signal })
    if (!outcome.ok && outcome.failure === 'untrusted') log.error({ host: baseUrl.host }, 'certificate of the utility is not trusted')
    return outcome.ok ? judgeStatus(outcome.value, clock.now()) : outcome
  }

  async function get(path: string, accept: string, again = true): Promise<ApiOutcome<Reply>> {
    const token = await tokens.get()
    if (!token.ok) return token
    const headers = { accept, ...encoding, authorization: `Bearer ${token.value}` }
    const outcome = await send({ method: 'GET', url: new URL(path, baseUrl), headers })
    if (outcome.ok || outcome.failure !== 'unauthorized') return outcome
    tokens.forget(token.value)
    return again ? get(path, accept, false) : outcome
  }

  return {
    get: (path, accept) => get(path, accept),
    async close() {
      closing.abort()
      await connections.destroy()
    },
  }
}

/** The client credentials grant (RFC 6749 §4.4). */
function tokenRequest({ clientId, clientSecret }: ApiSettings, baseUrl: URL): Omit<Exchange, 'signal'> {
  return {
    method: 'POST',
    url: new URL('oauth/token', baseUrl),
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }).toString(),
  }
}
