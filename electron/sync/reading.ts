import type { ApiClient } from '../api/client.ts'
import { toBatch } from './batch.ts'
import type { WriteAnswer, WriteRequest } from './messages.ts'
import { MOST_FRUITLESS, readPages, stuck, type ReadingFailure } from './readPages.ts'
import { createPageSize, LARGEST } from './pageSize.ts'

/** The write worker, seen from the fetch worker. Answers come in order. */
export type Writer = (request: WriteRequest) => Promise<WriteAnswer>

/** The most pages that wait to be written while the next is fetched and validated; limits memory. */
const AHEAD = 2

const notWritten: ReadingFailure = { ok: false, failure: 'not-written' }

interface Reading {
  /** A valid page came. */
  onPage: () => void
  /** Aborts the running calls; the reading then ends as `unreachable`. */
  signal: AbortSignal
}

/** Reads the feed from the cache's cursor to its end. null: without failure. */
export type ReadFeed = (reading: Reading) => Promise<ReadingFailure | null>

/** Validates each page on this thread while the one before is written on the other. */
export function createFeedReader(api: ApiClient, writer: Writer): ReadFeed {
  const size = createPageSize()

  async function read(reading: Reading, again = true): Promise<ReadingFailure | null> {
    const position = await writer({ kind: 'position' })
    const end = await follow(position, reading)
    if (end === null) size.ended()
    // Once: a utility whose new cursors expire at once is not asked again without a pause.
    if (end?.failure !== 'expired' || position.cursor === null || !again) return end
    const { accepted } = await writer({ kind: 'startAnew' })
    return accepted ? read(reading, false) : notWritten
  }

  async function follow({ cursor: start, staging, complete }: WriteAnswer, { onPage, signal }: Reading): Promise<ReadingFailure | null> {
    const largest = staging && !complete ? LARGEST.firstLoad : LARGEST.whileServing
    const line = createLine(writer)
    const ask = async (cursor: string | null) => {
      const limit = size.limit(largest)
      const outcome = await api.listChanges({ cursor, limit }, { signal })
      size.note(limit, outcome)
      return outcome
    }
    for await (const { from, outcome } of readPages(ask, start)) {
      if (!outcome.ok) return (await line.drain(0)) ?? outcome
      onPage()
      line.push({ kind: 'batch', batch: toBatch(from, outcome.value) })
      const trouble = await line.drain(AHEAD)
      if (trouble) return trouble
    }
    return line.drain(0)
  }

  return read
}

/** Requests that were sent and not yet answered. */
function createLine(writer: Writer) {
  const sent: Promise<WriteAnswer>[] = []
  let fruitless = 0
  return {
    push(request: WriteRequest): void {
      sent.push(writer(request))
    },
    /** Waits until at most so many are unanswered; returns why no more should be sent, if so. */
    async drain(left: number): Promise<ReadingFailure | null> {
      while (sent.length > left) {
        const answer = await sent.shift()
        if (!answer?.accepted) return notWritten
        fruitless = answer.applied > 0 ? 0 : fruitless + 1
        if (fruitless > MOST_FRUITLESS) return stuck
      }
      return null
    },
  }
}
