import type { ApiClient } from '../api/client.ts'
import { toBatch } from './batch.ts'
import type { WriteAnswer, WriteRequest } from './messages.ts'
import { readPages, type ReadingFailure } from './pages.ts'

/** The write worker, seen from the fetch worker. Answers come in order. */
export type Writer = (request: WriteRequest) => Promise<WriteAnswer>

/** Pages that may wait to be written while the next is fetched and judged: what bounds memory. */
const AHEAD = 2

/** Changes asked for at once: as many as the contract allows while nobody waits for the file, else few enough to hold it briefly. */
const LIMIT = { staging: 10_000, following: 2_000, least: 100 }

const notWritten: ReadingFailure = { ok: false, failure: 'not-written' }

/** Reads the feed on from where the cache stands, to its end. null: it ended well. */
export type ReadFeed = (onPage: () => void) => Promise<ReadingFailure | null>

/** Each page is judged on this thread while the one before is written on the other. */
export function createFeedReader(api: ApiClient, writer: Writer): ReadFeed {
  let most = LIMIT.staging // lowered when a page of that size did not come through

  async function read(onPage: () => void): Promise<ReadingFailure | null> {
    const { cursor, staging } = await writer({ kind: 'position' })
    const limit = Math.min(staging ? LIMIT.staging : LIMIT.following, most)
    const end = await follow(cursor, limit, onPage)
    if (end?.failure === 'expired' && cursor !== null) {
      const { accepted } = await writer({ kind: 'startAnew' })
      return accepted ? read(onPage) : notWritten
    }
    if (end?.failure === 'too-large' || end?.failure === 'unreachable') most = Math.max(Math.floor(limit / 2), LIMIT.least)
    if (end === null) most = LIMIT.staging
    return end
  }

  async function follow(cursor: string | null, limit: number, onPage: () => void): Promise<ReadingFailure | null> {
    const line = createLine(writer)
    for await (const { from, outcome } of readPages(api, cursor, limit)) {
      if (!outcome.ok) return (await line.drain(0)) ? outcome : notWritten
      onPage()
      line.push({ kind: 'batch', batch: toBatch(from, outcome.value) })
      if (!(await line.drain(AHEAD))) return notWritten
    }
    return (await line.drain(0)) ? null : notWritten
  }

  return read
}

/** Requests that were sent and not yet answered. */
function createLine(writer: Writer) {
  const sent: Promise<WriteAnswer>[] = []
  return {
    push(request: WriteRequest): void {
      sent.push(writer(request))
    },
    /** Waits until at most so many are left; false when one of those answered was not accepted. */
    async drain(left: number): Promise<boolean> {
      while (sent.length > left) if (!(await sent.shift())?.accepted) return false
      return true
    },
  }
}
