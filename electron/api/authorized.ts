import { apiFailure, type ApiOutcome } from './outcome.ts'
import type { TokenKeeper } from './token.ts'

/** Makes a call with this kiosk's token; a token that is refused is replaced once. A signal that comes while a token is asked for ends it too. */
export type Authorized = <T>(call: (authorization: string) => Promise<ApiOutcome<T>>, signal?: AbortSignal) => Promise<ApiOutcome<T>>

export function createAuthorized(tokens: TokenKeeper): Authorized {
  async function attempt<T>(call: (authorization: string) => Promise<ApiOutcome<T>>, signal?: AbortSignal, again = true): Promise<ApiOutcome<T>> {
    const token = await unlessAborted(tokens.get(), signal)
    if (token === aborted) {
      tokens.abandon()
      return apiFailure('unreachable')
    }
    if (!token.ok) return token
    const outcome = await call(`Bearer ${token.value}`)
    if (outcome.ok || outcome.failure !== 'unauthorized') return outcome
    tokens.forget(token.value)
    return again ? attempt(call, signal, false) : outcome
  }
  return (call, signal) => attempt(call, signal)
}

const aborted = Symbol('aborted')

/** The outcome, or `aborted` when the signal comes first. */
function unlessAborted<T>(outcome: Promise<T>, signal: AbortSignal | undefined): Promise<T | typeof aborted> {
  if (!signal) return outcome
  const { promise, resolve } = Promise.withResolvers<typeof aborted>()
  const end = (): void => resolve(aborted)
  if (signal.aborted) end()
  signal.addEventListener('abort', end)
  return Promise.race([outcome, promise]).finally(() => signal.removeEventListener('abort', end))
}
