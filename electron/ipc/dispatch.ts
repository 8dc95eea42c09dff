import { hears } from '../../shared/contract/audience.ts'
import { calls, isChannel, type Channel, type Handlers } from '../../shared/contract/index.ts'
import { nothing } from '../../shared/contract/values.ts'
import { failure, type Result } from '../../shared/result.ts'
import { isCorruption, isStorageFault } from '../faults.ts'
import { logBug, type Log } from '../log/log.ts'
import type { Counter } from '../session/counter.ts'
import { standingsOf } from '../session/person.ts'

export type Dispatch = (channel: unknown, request: unknown) => Promise<Result<unknown>>

interface DispatchParts {
  log: Log
  /** A page of the database that a call had to read is damaged. */
  onCorrupt: () => void
  counter: Pick<Counter, 'current' | 'during'>
  /** The program was started with `--diagnostics`. */
  diagnostics?: boolean
}

/**
 * Judges a call by the contract and by who stands at the counter, hands it to its service, and lets nothing out that the contract does not name. Never rejects:
 * a bug becomes `internal` with the id under which it was logged. A call whose session ended before its answer was made gets
 * `not-allowed`: whoever stands at the counter now did not make it.
 */
export function createDispatch(handlers: Handlers, parts: DispatchParts): Dispatch {
  const { counter, diagnostics = false } = parts
  return async (channel, request) => {
    if (!isChannel(channel)) return failure({ code: 'bad-request' })
    const { id, person } = counter.current()
    if (!hears(calls[channel].audience, standingsOf(person, { diagnostics }))) return failure({ code: 'not-allowed' })
    const result = await counter.during(() => answer(handlers, parts, channel, request))
    // An empty answer tells nothing, and the call that ends the session has no other.
    const tellsNothing = result.ok && calls[channel].answer === nothing
    return id === counter.current().id || tellsNothing ? result : failure({ code: 'not-allowed' })
  }
}

async function answer(handlers: Handlers, { log, onCorrupt }: DispatchParts, channel: Channel, request: unknown): Promise<Result<unknown>> {
  try {
    const parsed = calls[channel].request.safeParse(request)
    if (!parsed.success) return failure({ code: 'bad-request' })
    return withContractedAnswer(channel, await invoke(handlers, channel, parsed.data))
  } catch (error) {
    // A disk that is full or fails is nobody's bug: the storage guard has noted it, and the person can come back.
    if (isStorageFault(error)) return failure({ code: 'cannot-store' })
    if (isCorruption(error)) onCorrupt()
    return failure({ code: 'internal', incidentId: logBug(log, channel, error) })
  }
}

function invoke(handlers: Handlers, channel: Channel, request: unknown): Result<unknown> | Promise<Result<unknown>> {
  // The request was parsed by this channel's own schema, which the compiler cannot follow through a union of channels.
  const handle = handlers[channel] as (request: unknown) => Result<unknown> | Promise<Result<unknown>>
  return handle(request)
}

/** Parsing the answer drops what the contract does not name: a service cannot leak a field by mistake. */
function withContractedAnswer(channel: Channel, result: Result<unknown>): Result<unknown> {
  return result.ok ? { ok: true, value: calls[channel].answer.parse(result.value) } : result
}
