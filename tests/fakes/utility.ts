import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Deals with a request instead of the fake; false leaves it to the fake. */
export type Interceptor = (request: IncomingMessage, response: ServerResponse) => boolean

/** A utility that holds a feed in memory and can be told to misbehave. */
export interface FakeUtility {
  baseUrl: string
  /** The feed, oldest first; cursors are places in it. May be added to at any time. */
  feed: unknown[]
  /** No page is longer than this. */
  pageSize: number
  intercept: Interceptor | null
  /** Paths with their queries, in order of arrival. */
  requests: string[]
  /** Every token given so far stops being known. */
  expireTokens(): void
  close(): Promise<void>
}

export const branch = {
  id: 'b-1',
  name: 'Sucursal Centro',
  kioskId: 'k-7',
  folioSeries: 'K07',
  timeZone: 'America/Monterrey',
  homeZoneId: 'z-mty',
  zoneIds: ['z-mty'],
}

export const credentials = { clientId: 'kiosk', clientSecret: 'not a real one' }

/** On any free port unless one is given. */
export async function startFakeUtility(feed: unknown[] = [], port = 0): Promise<FakeUtility> {
  const known = new Set<string>()
  let issued = 0
  const server = createServer((request, response) => {
    utility.requests.push(request.url ?? '')
    if (utility.intercept?.(request, response)) return
    answer(request, response)
  })

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', utility.baseUrl)
    if (url.pathname === '/oauth/token') {
      const token = `t${++issued}`
      known.add(token)
      return sendJson(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 3600 })
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    if (!known.has(token)) return sendJson(response, 401, { type: 'about:blank', title: 'Unauthorized', status: 401 })
    if (url.pathname === '/v1/branch') return sendJson(response, 200, { ...branch, serverTime: now() })
    if (url.pathname === '/v1/changes') return sendJson(response, 200, page(url.searchParams))
    sendJson(response, 404, { type: 'about:blank', title: 'Not found', status: 404 })
  }

  function page(query: URLSearchParams): object {
    const from = Number(query.get('cursor') ?? 0)
    const to = from + Math.min(Number(query.get('limit') ?? 2000), utility.pageSize)
    const changes = utility.feed.slice(from, to)
    return { changes, cursor: String(from + changes.length), hasMore: to < utility.feed.length, serverTime: now() }
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const utility: FakeUtility = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    feed,
    pageSize: 10_000,
    intercept: null,
    requests: [],
    expireTokens: () => known.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return utility
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  const type = status === 200 ? 'application/json' : 'application/problem+json'
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
}

const now = (): string => new Date().toISOString()

/** One change of the feed. */
export const upsert = (entity: string, data: { id: string }, rev = 1) => ({ entity, op: 'upsert', id: data.id, rev, data })

export const remove = (entity: string, id: string, rev: number) => ({ entity, op: 'delete', id, rev })
