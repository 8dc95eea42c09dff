import type { AnswerOf, Channel, EventName, EventOf, KioskBridge, RequestOf } from '../../shared/contract/index.ts'
import { failure, type Result } from '../../shared/result.ts'

type Handler = (payload: unknown) => void

const handlers = new Map<string, Set<Handler>>()
let bridge: KioskBridge | null = null

/** Chooses the way out of the page, once, before the application is mounted; from then on there is a single subscription. */
export function connectBridge(chosen: KioskBridge): void {
  bridge = chosen
  // What listened through another one belongs to a page that is no more.
  handlers.clear()
  bridge.subscribe((name, payload) => {
    for (const handler of handlers.get(name) ?? []) handler(payload)
  })
}

/** Asks the main process. Never rejects: whatever went wrong is a problem with a code. */
export async function call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<Result<AnswerOf<C>>> {
  if (!bridge) return failure({ code: 'disconnected' })
  try {
    // The main process has parsed the answer by this channel's own schema.
    return (await bridge.call(channel, request)) as Result<AnswerOf<C>>
  } catch {
    return failure({ code: 'disconnected' })
  }
}

/** Hears an event of the main process until the returned function is called. */
export function onEvent<E extends EventName>(name: E, handler: (payload: EventOf<E>) => void): () => void {
  const known = handlers.get(name) ?? new Set<Handler>()
  handlers.set(name, known)
  known.add(handler as Handler)
  return () => known.delete(handler as Handler)
}
