import { failure } from '../../shared/result.ts'
import type { EventName, EventOf } from '../../shared/contract/index.ts'
import type { Page } from '../application.ts'
import type { Counter } from '../session/counter.ts'
import type { Dispatch } from './dispatch.ts'

type Send = (name: string, payload: unknown) => void

export interface Pages {
  connect(send: Send, parts: { counter: Counter; dispatch: Dispatch }): Page
  /** Tells the page that is there now, if any. */
  tell<E extends EventName>(name: E, payload: EventOf<E>): void
}

/** The page that is served: one at a time, each a new visitor. An old page that still calls gets nothing. */
export function createPages(): Pages {
  let current: { send: Send } | null = null
  return {
    connect(send, { counter, dispatch }) {
      // The visitor before is sent off before the new page can hear of it.
      current = null
      counter.end('freshLoad')
      const own = { send }
      current = own
      return {
        call: (channel, request) =>
          current === own ? dispatch(channel, request) : Promise.resolve(failure({ code: 'disconnected' })),
        close() {
          if (current !== own) return
          current = null
          counter.end('recovery')
        },
      }
    },
    tell: (name, payload) => current?.send(name, payload),
  }
}
