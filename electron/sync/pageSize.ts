import type { ApiOutcome } from '../api/outcome.ts'

/** Changes per page: fewer than the contract allows, because four pages are in memory; while people use the cache, few, for short transactions. */
export const LARGEST = { firstLoad: 4_000, whileServing: 2_000 }
const LEAST = 100

export interface PageSize {
  /** The limit of the next page, never more than `largest`. */
  limit(largest: number): number
  /** Reports how a page of this limit was answered. */
  note(limit: number, outcome: ApiOutcome<unknown>): void
  /** The feed was read to its end: the page that was too large has been passed. */
  ended(): void
}

/** Lowers the limit when a page fails, and raises it again as pages succeed. */
export function createPageSize(): PageSize {
  let bearable = LARGEST.firstLoad
  let next = bearable
  return {
    limit: (largest) => Math.min(largest, bearable, next),
    note(limit, outcome) {
      const half = Math.max(Math.floor(limit / 2), LEAST)
      if (outcome.ok) next = limit * 2
      else if (outcome.failure === 'too-large') bearable = half
      else if (outcome.failure === 'unreachable') next = half
    },
    ended() {
      bearable = LARGEST.firstLoad
    },
  }
}
