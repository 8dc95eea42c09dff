import { calls, isChannel, type Channel, type Handlers } from '../../shared/contract/index.ts'
import { failure, type Result } from '../../shared/result.ts'
import { isCorruption, isStorageFault } from '../cache/faults.ts'
import { logBug, type Log } from '../log/log.ts'

export type Dispatch = (channel: unknown, request: unknown) => Promise<Result<unknown>>

interface DispatchParts {
  log: Log
  /** A page of the database that a call had to read is damaged. */
  onCorrupt: () => void
}

/**
 * Judges a call by the contract, hands it to its service, and lets nothing out that the contract does not name. Never rejects:
 * a bug becomes `internal` with the id under which it was logged.
 */
export function createDispatch(handlers: Handlers, { log, onCorrupt }: DispatchParts): Dispatch {
  return async (channel, request) => {
    if (!isChannel(channel)) return failure({ code: 'bad-request' })
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
