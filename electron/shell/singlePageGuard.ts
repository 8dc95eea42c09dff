import type { WebSocket } from 'ws'
import { closeCodes } from '../../shared/contract/wire.ts'
import type { Application } from '../application.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { close, servePage, type Departure, type PageSocket } from './pageSocket.ts'

/** How long the page that is there has to prove that it lives when another one comes. */
const PROOF_OF_LIFE_MS = 2_000

/** The one place at the counter: one page at a time. */
export interface SinglePageGuard {
  /** Admits the page, or turns it away when the one that is there is alive. */
  offer(socket: WebSocket): Promise<void>
  /** Ends whatever visit there is. */
  clear(): void
}

interface SinglePageGuardParts {
  application: Application
  clock: Clock
  log: Log
  onArrival?(): void
  onDeparture?(departure: Departure): void
}

export function createSinglePageGuard(parts: SinglePageGuardParts): SinglePageGuard {
  let current: PageSocket | null = null
  const take = (socket: WebSocket): void => {
    const page = servePage({
      ...parts,
      socket,
      onGone(departure) {
        if (current === page) current = null
        parts.onDeparture?.(departure)
      },
    })
    current = page
    parts.onArrival?.()
  }
  return {
    async offer(socket) {
      const before = current
      if (before) {
        // What the newcomer sends meanwhile waits in its socket.
        socket.pause()
        const alive = await before.isAlive(PROOF_OF_LIFE_MS)
        if (!alive && current === before) before.end(closeCodes.hung)
        socket.resume()
      }
      if (current) return close(socket, closeCodes.anotherTab)
      if (socket.readyState === socket.OPEN) take(socket)
    },
    clear: () => current?.end(closeCodes.stopping),
  }
}
