import type { WebSocket } from 'ws'
import { closeCodes, pageMessage, type HostMessage, type PageMessage } from '../../shared/contract/wire.ts'
import type { Application } from '../application.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import { boundCalls } from './gate.ts'
import { startHeartbeat } from './heartbeat.ts'

/** A page that reads nothing of what it asked for is cut off before it fills the memory. */
const MOST_UNREAD_BYTES = 8 * 1024 * 1024

/** Why a page is no longer there. */
export type Departure = 'left' | 'hung'

export interface PageSocket {
  isAlive(milliseconds: number): Promise<boolean>
  /** Ends the visit at once; the peer is told why if it still listens. */
  end(code: number): void
}

interface PageSocketParts {
  socket: WebSocket
  application: Application
  clock: Clock
  log: Log
  /** Called once, whoever ended it. */
  onGone(departure: Departure): void
}

/** Joins one WebSocket to the application: a new visitor, until the socket closes. */
export function servePage({ socket, application, clock, log, onGone }: PageSocketParts): PageSocket {
  let open = true
  const send = (message: HostMessage): void => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MOST_UNREAD_BYTES) return end(closeCodes.hung)
    socket.send(JSON.stringify(message))
  }
  const page = application.connect((event, payload) => send({ event, payload }))
  const call = boundCalls(page)
  const heart = startHeartbeat({ clock, ping: (ping) => send({ ping }), onHung: () => end(closeCodes.hung, 'hung') })

  function end(code: number, departure: Departure = 'left'): void {
    if (!open) return
    open = false
    heart.stop()
    page.close()
    close(socket, code)
    onGone(departure)
  }

  socket.on('message', (data, isBinary) => {
    const message = isBinary || !Buffer.isBuffer(data) ? null : readMessage(data)
    if (!message) return end(closeCodes.malformed)
    if ('pong' in message) return heart.pong(message.pong)
    call(message.channel, message.request)
      .then((result) => send({ id: message.id, result }))
      .catch((error: unknown) => logBug(log, 'bridge', error))
  })
  socket.on('close', () => end(closeCodes.stopping))
  return { isAlive: heart.isAlive, end }
}

/** Says goodbye, and does not wait for a peer that may never answer. */
export function close(socket: WebSocket, code: number): void {
  socket.close(code)
  setTimeout(() => socket.terminate(), 1_000).unref()
}

function readMessage(data: Buffer): PageMessage | null {
  try {
    const parsed = pageMessage.safeParse(JSON.parse(data.toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
