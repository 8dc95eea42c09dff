import type { Page } from '../api/client.ts'
import type { ApiFailure, ApiOutcome } from '../api/outcome.ts'

/** Why a reading of the feed ended before its end. */
export type ReadingFailure =
  | ApiFailure
  | { ok: false; failure: 'stuck' } // page after page announces more, but none has an effect
  | { ok: false; failure: 'not-written' } // a page could not be stored: no space, or another cursor

/** A page of the feed and the cursor that it goes on from. */
export interface PageRead {
  from: string | null
  outcome: { ok: true; value: Page } | ReadingFailure
}

/** The most pages in a row without an effect; after them the reading ends as `stuck`. */
export const MOST_FRUITLESS = 500

export const stuck: ReadingFailure = { ok: false, failure: 'stuck' }

/**
 * Reads the feed from a cursor to its end or the first failure. The next page is requested while one is processed. Empty pages before the end
 * are skipped: the cursor moves with the next page that is not empty.
 */
export async function* readPages(ask: (cursor: string | null) => Promise<ApiOutcome<Page>>, from: string | null): AsyncGenerator<PageRead> {
  const seen = new Set([from])
  let asked = ask(from)
  let empty = 0
  for (let kept = from; ;) {
    const outcome = await asked
    if (!outcome.ok || !outcome.value.hasMore) {
      yield { from: kept, outcome }
      return
    }
    const { cursor, changes } = outcome.value
    empty = changes.length === 0 ? empty + 1 : 0
    if (seen.has(cursor) || empty > MOST_FRUITLESS) {
      yield { from: kept, outcome: stuck }
      return
    }
    seen.add(cursor)
    asked = ask(cursor)
    if (empty > 0) continue
    yield { from: kept, outcome }
    kept = cursor
  }
}
