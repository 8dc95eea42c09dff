import type { Clock } from '../clock.ts'
import type { ApiOutcome } from './outcome.ts'

/** What the utility gave: a bearer token and for how many seconds. */
export interface IssuedToken {
  access_token: string
  expires_in: number
}

export interface TokenKeeper {
  /** The token to use now; asks for one when there is none or it is about to expire. Calls that wait share one request. */
  get(): Promise<ApiOutcome<string>>
  /** The utility refused this token: the next `get` asks for another. */
  forget(token: string): void
  /** The request under way is not waited for any longer: the next `get` asks again. */
  abandon(): void
}

/** Milliseconds before its end at which a token counts as expired; at most half its life, or a short-lived one would never be used twice. */
const marginOf = (life: number): number => Math.min(30_000, life / 2)

/** Keeps one token. Its age is counted on the monotonic clock, so that a wrong wall clock changes nothing. */
export function createTokenKeeper(issue: () => Promise<ApiOutcome<IssuedToken>>, clock: Clock): TokenKeeper {
  let held: { token: string; until: number } | null = null
  let asking: Promise<ApiOutcome<string>> | null = null

  async function ask(): Promise<ApiOutcome<string>> {
    const outcome = await issue()
    if (!outcome.ok) return outcome
    const { access_token: token, expires_in: seconds } = outcome.value
    const life = seconds * 1000
    held = { token, until: clock.elapsed() + life - marginOf(life) }
    return { ok: true, value: token }
  }

  function share(request: Promise<ApiOutcome<string>>): Promise<ApiOutcome<string>> {
    const shared = request.finally(() => {
      if (asking === shared) asking = null
    })
    return shared
  }

  return {
    get() {
      if (held && clock.elapsed() < held.until) return Promise.resolve({ ok: true, value: held.token })
      return (asking ??= share(ask()))
    },
    forget(token) {
      if (held?.token === token) held = null
    },
    abandon() {
      asking = null
    },
  }
}
