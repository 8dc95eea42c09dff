import type { SearchHit } from '../../shared/contract/search.ts'

/** What the search thread is asked. */
export type SearchJobs = {
  find: { question: { text: string; recent: readonly string[] }; answer: SearchHit[] }
}
