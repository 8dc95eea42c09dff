import type { WebSocket } from 'ws'
import { closeCodes } from '../../shared/contract/wire.ts'
import type { Application } from '../application.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { close, servePage, type Departure, type PageSocket } from './pageSocket.ts'

/** How long the page that is there has to prove that it lives when another one comes. */
const PROOF_OF_LIFE_MS = 2_000

/** The one place at the counter: one page at a time. */
export interface Seat {
  /** Seats the page, or turns it away when the one that is there is alive. */
  offer(socket: WebSocket): Promise<void>
  /** Ends whatever visit there is. */
  clear(): void
}

interface SeatParts {
  application: Application
  clock: Clock
  log: Log
  onArrival?(): void
  onDeparture?(departure: Departure): void
}

export function createSeat(parts: SeatParts): Seat {
  let seated: PageSocket | null = null
  const take = (socket: WebSocket): void => {
    const page = servePage({
      ...parts,
      socket,
      onGone(departure) {
        if (seated === page) seated = null
        parts.onDeparture?.(departure)
      },
    })
    seated = page
    parts.onArrival?.()
  }
  return {
    async offer(socket) {
      const before = seated
      if (before) {
        // What the newcomer sends meanwhile waits in its socket.
        socket.pause()
        const alive = await before.isAlive(PROOF_OF_LIFE_MS)
        if (!alive && seated === before) before.end(closeCodes.hung)
        socket.resume()
      }
      if (seated) return close(socket, closeCodes.anotherTab)
      if (socket.readyState === socket.OPEN) take(socket)
    },
    clear: () => seated?.end(closeCodes.stopping),
  }
}
