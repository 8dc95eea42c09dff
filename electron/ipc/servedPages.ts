import { failure } from '../../shared/result.ts'
import type { EventName, EventOf } from '../../shared/contract/index.ts'
import type { EndReason } from '../../shared/contract/session.ts'
import type { Page } from '../application.ts'
import type { Counter } from '../session/counter.ts'
import type { Dispatch } from './dispatch.ts'

type Send = (name: string, payload: unknown) => void

export interface Pages {
  connect(send: Send, parts: { counter: Counter; dispatch: Dispatch }): Page
  /** Tells the page that is there now, if any. */
  tell<E extends EventName>(name: E, payload: EventOf<E>): void
}

interface Served {
  send: Send
  /** The session has ended and the page has not said that it knows: what it sends was asked by the visitor who is gone. */
  lagsBehind: boolean
}

/**
 * The page that is served: one at a time, each a new visitor. An old page that still calls gets nothing, and neither does a call that was
 * on its way when its visitor's session ended.
 */
export function createPages(): Pages {
  let current: Served | null = null

  function call(own: Served, dispatch: Dispatch, channel: unknown, request: unknown): ReturnType<Dispatch> {
    if (current !== own) return Promise.resolve(failure({ code: 'disconnected' }))
    if (channel === 'session.started') own.lagsBehind = false
    return own.lagsBehind ? Promise.resolve(failure({ code: 'not-allowed' })) : dispatch(channel, request)
  }
  return {
    connect(send, { counter, dispatch }) {
      // The visitor before is sent off before the new page can hear of it.
      current = null
      counter.end('freshLoad')
      const own: Served = { send, lagsBehind: false }
      current = own
      return {
        call: (channel, request) => call(own, dispatch, channel, request),
        close() {
          if (current !== own) return
          current = null
          counter.end('recovery')
        },
      }
    },
    tell(name, payload) {
      if (!current) return
      // A page that ends the session itself has forgotten the visitor before it says so.
      if (name === 'session.ended' && endReasonOf(payload) !== 'finished') current.lagsBehind = true
      current.send(name, payload)
    },
  }
}

const endReasonOf = (payload: unknown): EndReason => (payload as EventOf<'session.ended'>).reason
