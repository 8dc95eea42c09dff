import type { ApiClient, Page } from '../api/client.ts'
import type { ApiFailure, ApiOutcome } from '../api/outcome.ts'

/** Why a reading of the feed ended before its end. */
export type ReadingFailure =
  | ApiFailure
  | { ok: false; failure: 'stuck' } // more was promised, but the cursor led nowhere new
  | { ok: false; failure: 'not-written' } // the cache could not take a page: no space, another position

/** A page of the feed and the cursor that it was asked with. */
export interface PageRead {
  from: string | null
  outcome: { ok: true; value: Page } | ReadingFailure
}

/** The feed from a cursor on, up to its end or the first failure. The next page is on its way while one is looked at. */
export async function* readPages(api: ApiClient, from: string | null, limit: number): AsyncGenerator<PageRead> {
  const seen = new Set([from])
  let asked: Promise<ApiOutcome<Page>> = api.listChanges({ cursor: from, limit })
  for (let cursor = from; ; ) {
    const outcome = await asked
    if (!outcome.ok || !outcome.value.hasMore) {
      yield { from: cursor, outcome }
      return
    }
    const next = outcome.value.cursor
    if (seen.has(next)) {
      yield { from: cursor, outcome: { ok: false, failure: 'stuck' } }
      return
    }
    seen.add(next)
    asked = api.listChanges({ cursor: next, limit })
    yield { from: cursor, outcome }
    cursor = next
  }
}
