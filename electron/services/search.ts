import type { HandlersOf } from '../../shared/contract/index.ts'
import { failure, success } from '../../shared/result.ts'
import { codeOf } from '../faults.ts'
import type { Log } from '../log/log.ts'
import type { Searching } from '../search/searchThread.ts'
import type { RecentCustomers } from '../session/recentCustomers.ts'

interface SearchParts {
  searching: Pick<Searching, 'find'>
  recent: Pick<RecentCustomers, 'list'>
  isReady: () => boolean
  log: Log
}

/** Clerks find the customer who stands before them. */
export function createSearchService({ searching, recent, isReady, log }: SearchParts) {
  return {
    'search.find': async ({ text }) => {
      if (!isReady()) return failure({ code: 'preparing-data' })
      try {
        return success({ hits: await searching.find(text, recent.list()) })
      } catch (error) {
        // The thread has died, or takes too long: the next question starts another. What was typed is a customer's.
        log.warn({ code: codeOf(error) }, 'search failed')
        return failure({ code: 'search-failed' })
      }
    },
  } satisfies HandlersOf<'search'>
}
