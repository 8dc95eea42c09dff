import type { Page } from '../api/client.ts'
import type { ApiFailure, ApiOutcome } from '../api/outcome.ts'

/** Why a reading of the feed ended before its end. */
export type ReadingFailure =
  | ApiFailure
  | { ok: false; failure: 'stuck' } // more is promised again and again, but nothing new comes
  | { ok: false; failure: 'not-written' } // the cache could not take a page: no space, another position

/** A page of the feed and the cursor that it goes on from. */
export interface PageRead {
  from: string | null
  outcome: { ok: true; value: Page } | ReadingFailure
}

/** Pages in a row that bring nothing; a feed that goes on so is not read any further for now. */
export const MOST_FRUITLESS = 500

export const stuck: ReadingFailure = { ok: false, failure: 'stuck' }

/**
 * The feed from a cursor on, up to its end or the first failure. The next page is on its way while one is looked at. Empty pages before the
 * end are passed over: the cursor moves with the next one that is not.
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
