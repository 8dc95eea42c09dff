import type { ApiOutcome } from '../api/outcome.ts'

/** Changes asked for at once: fewer than the contract allows, for four pages are in memory at a time; while people use the file, few enough to hold it briefly. */
export const LARGEST = { firstLoad: 4_000, whileServing: 2_000 }
const LEAST = 100

export interface PageSize {
  /** Never more than `largest`. */
  limit(largest: number): number
  /** What became of a page that was asked for with this limit. */
  note(limit: number, outcome: ApiOutcome<unknown>): void
  /** The feed was read to its end: what was too large lies behind. */
  ended(): void
}

/** Asks for less where a page does not come through, and for more again as pages do. */
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
