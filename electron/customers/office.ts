import type { Problem } from '../../shared/problems.ts'
import { failure, type Result } from '../../shared/result.ts'
import type { ApiClient } from '../api/client.ts'

/** What every call to the utility's online office needs. */
export interface OfficeParts {
  /** Null where no utility is configured. */
  api: ApiClient['customers'] | null
  isOnline: () => boolean
  /** The fleet's owner sends customers to the counter: nobody new is served. */
  isOutOfService: () => boolean
  /** Milliseconds until more may be asked about this login; 0 when it is now. */
  wait?: (login: string) => number
}

/** The utility as it can be asked now. Problems: out-of-service, not-set-up, office-offline, office-throttled. */
export function reachOffice({ api, isOnline, isOutOfService, wait }: OfficeParts, login = ''): Result<ApiClient['customers']> {
  const refuse = (problem: Problem): Result<never> => failure(problem)
  if (isOutOfService()) return refuse({ code: 'out-of-service' })
  if (!api) return refuse({ code: 'not-set-up' })
  if (!isOnline()) return refuse({ code: 'office-offline' })
  const left = wait?.(login) ?? 0
  return left > 0 ? refuse({ code: 'office-throttled', retryAfterSeconds: Math.ceil(left / 1000) }) : { ok: true, value: api }
}
