import { MOST_HITS } from '../../shared/contract/search.ts'

/** Whom a clerk has served since they signed in, the last first. In memory only: gone when they leave. */
export interface RecentCustomers {
  list(): readonly string[]
  add(accountId: string): void
  forget(): void
}

export function createRecentCustomers(): RecentCustomers {
  let accountIds: readonly string[] = []
  return {
    list: () => accountIds,
    add(accountId) {
      accountIds = [accountId, ...accountIds.filter((id) => id !== accountId)].slice(0, MOST_HITS)
    },
    forget() {
      accountIds = []
    },
  }
}
