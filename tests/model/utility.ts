import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson, startFakeUtility } from '../fakes/utility.ts'
import type { Dice } from './dice.ts'
import { consultOracle, type FeedChange, type Oracle } from './oracle.ts'

/** What can become of one request for a page. */
export const pageFaults = ['cut', 'unavailable', 'throttled', 'broken', 'portal', 'torn', 'half', 'stuck', 'nonsense'] as const
export type PageFault = (typeof pageFaults)[number]

/** A utility whose whole past is remembered, so that any cursor that it ever gave says what a cache that stands there must hold. */
export interface ModelUtility {
  baseUrl: string
  /** The feed of those who start now. */
  feed: FeedChange[]
  /** The next requests for a page come to this, one each; then they are answered well again. */
  faults: PageFault[]
  /** So many changes in a page, of which so many were in the page before. */
  page: { size: number; repeats: number }
  append(change: FeedChange): void
  /** No cursor of before is good: who starts anew gets what is now, in any order, with any revisions. */
  expire(dice: Dice): void
  /** What a cache at this cursor holds. */
  at(cursor: string): Oracle
  close(): Promise<void>
}

export async function startModelUtility(initial: readonly FeedChange[]): Promise<ModelUtility> {
  const server = await startFakeUtility()
  const feeds: FeedChange[][] = [[...initial]]
  const current = (): FeedChange[] => feeds.at(-1) ?? []

  server.intercept = (request, response) => {
    const url = new URL(request.url ?? '', server.baseUrl)
    if (url.pathname !== '/v1/changes') return false
    const fault = utility.faults.shift()
    if (fault) fail(fault, request, response, () => pageFrom(url.searchParams))
    else answerPage(response, url.searchParams)
    return true
  }

  function answerPage(response: ServerResponse, query: URLSearchParams): void {
    const [generation] = readCursor(query)
    if (generation === feeds.length - 1) return sendJson(response, 200, pageFrom(query))
    sendJson(response, 410, { type: 'urn:problem:cursor-expired', title: 'Start again', status: 410 })
  }

  function readCursor(query: URLSearchParams): [generation: number, place: number] {
    const cursor = query.get('cursor')
    if (cursor === null) return [feeds.length - 1, 0]
    const [generation = 0, place = 0] = cursor.split('.').map(Number)
    return [generation, place]
  }

  function pageFrom(query: URLSearchParams): Page {
    const [generation, from] = readCursor(query)
    const feed = feeds[generation] ?? []
    const to = Math.min(feed.length, from + Math.min(utility.page.size, Number(query.get('limit'))))
    const changes = feed.slice(Math.max(0, from - utility.page.repeats), to)
    return { changes, cursor: `${generation}.${to}`, hasMore: to < feed.length, serverTime: '2026-11-21T16:42:00Z' }
  }

  const utility: ModelUtility = {
    baseUrl: server.baseUrl,
    get feed() {
      return current()
    },
    faults: [],
    page: { size: 10_000, repeats: 0 },
    append: (change) => void current().push(change),
    expire: (dice) => void feeds.push(compacted(current(), dice)),
    at(cursor) {
      const [generation, place] = readCursor(new URLSearchParams({ cursor }))
      return consultOracle((feeds[generation] ?? []).slice(0, place))
    },
    close: server.close,
  }
  return utility
}

interface Page {
  changes: FeedChange[]
  cursor: string
  hasMore: boolean
  serverTime: string
}

/** The newest of each thing that is there, shuffled, under revisions of a new count. */
function compacted(feed: readonly FeedChange[], dice: Dice): FeedChange[] {
  const oracle = consultOracle(feed)
  const bad = new Set(oracle.setAside())
  const newest = new Map<string, FeedChange>()
  for (const change of feed) {
    const key = `${change.entity} ${change.id}`
    const data = bad.has(key) ? change.data : oracle.visible(change.entity).get(change.id)
    if (change.op === 'upsert' && data) newest.set(key, { ...change, data, rev: 1 + dice.below(5) })
  }
  const order = new Map([...newest.keys()].map((key) => [key, dice.roll()]))
  return [...newest].sort(([one], [other]) => (order.get(one) ?? 0) - (order.get(other) ?? 0)).map(([, change]) => change)
}

function fail(fault: PageFault, request: IncomingMessage, response: ServerResponse, page: () => Page): void {
  switch (fault) {
    case 'cut':
      return void request.socket.destroy()
    case 'unavailable':
      return sendJson(response, 503, { type: 'about:blank', title: 'Later', status: 503 })
    case 'throttled':
      return sendJson(response, 429, { type: 'about:blank', title: 'Slowly', status: 429 })
    case 'broken':
      return sendJson(response, 500, { type: 'about:blank', title: 'Broken', status: 500 })
    case 'portal':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Acepte las condiciones</html>')
    case 'torn':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100_000 })
      return void response.write(JSON.stringify(page()).slice(0, 200), () => request.socket.destroy())
    case 'half':
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page()).slice(0, -20))
    case 'stuck':
      return sendJson(response, 200, { ...page(), changes: [], hasMore: true, cursor: stuckAt(request) })
    case 'nonsense':
      return sendJson(response, 200, { changes: 'none', cursor: 7 })
  }
}

/** The very cursor that was asked with. */
const stuckAt = ({ url = '' }: IncomingMessage): string => new URL(url, 'http://utility').searchParams.get('cursor') ?? '0.0'
