import { apiFailure, type ApiOutcome } from './outcome.ts'
import type { TokenKeeper } from './token.ts'

interface Options {
  signal?: AbortSignal | undefined
  /** For a call whose 401 may speak of the customer: one whose 401 speaks of this kiosk's token alone. */
  prove?: (authorization: string) => Promise<ApiOutcome<unknown>>
}

/** Makes a call with this kiosk's token; a token that is refused is replaced once. A signal that comes while a token is asked for ends it too. */
export type Authorized = <T>(call: (authorization: string) => Promise<ApiOutcome<T>>, options?: Options) => Promise<ApiOutcome<T>>

export function createAuthorized(tokens: TokenKeeper): Authorized {
  async function attempt<T>(call: (authorization: string) => Promise<ApiOutcome<T>>, options: Options, again = true): Promise<ApiOutcome<T>> {
    const token = await unlessAborted(tokens.get(), options.signal)
    if (token === aborted) {
      tokens.abandon()
      return apiFailure('unreachable')
    }
    if (!token.ok) return token
    const authorization = `Bearer ${token.value}`
    const outcome = await call(authorization)
    if (outcome.ok || outcome.failure !== 'unauthorized') return outcome
    const proof = options.prove && (await options.prove(authorization))
    if (proof?.ok) return { ...outcome, failure: 'refused' }
    if (proof && proof.failure !== 'unauthorized') return proof
    tokens.forget(token.value)
    return again ? attempt(call, options, false) : outcome
  }
  return (call, options = {}) => attempt(call, options)
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
