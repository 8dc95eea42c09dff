import { connect, type Socket } from 'node:net'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log/log.ts'
import { MOST_UNREAD, piecesOf, type Line, type Opening, type OpenLine } from './line.ts'

interface TcpParts {
  host: string
  port: number
  clock: Clock
  log: Log
}

/** Connections to a network printer, which usually serves one at a time: the next is refused, or accepted and dropped. */
export function tcpLines({ host, port, clock, log }: TcpParts): OpenLine {
  return async (opening) => {
    const socket = connect({ host, port, noDelay: true })
    const code = await connected(socket, opening, clock)
    if (code === null) return lineOver(socket, clock)
    if (code === 'ECONNREFUSED') return 'refused'
    log.warn({ code }, 'ticket printer not reached')
    return 'unreachable'
  }
}

/** Null when the connection is open, else why it is not. */
function connected(socket: Socket, { patience, signal }: Opening, clock: Clock): Promise<string | null> {
  return new Promise((resolve) => {
    const end = (code: string | null): void => {
      forget()
      signal.removeEventListener('abort', abort)
      if (code !== null) socket.destroy()
      resolve(code)
    }
    const abort = (): void => end('ABORTED')
    const forget = clock.after(patience, () => end('ETIMEDOUT'))
    signal.addEventListener('abort', abort, { once: true })
    socket.once('connect', () => end(null))
    // Never removed: an error of a socket without a listener ends the process.
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'UNKNOWN'))
    if (signal.aborted) abort()
  })
}

function lineOver(socket: Socket, clock: Clock): Line {
  const inbox: Buffer[] = []
  let unread = 0
  let news: () => void = () => undefined
  socket.on('data', (bytes) => {
    inbox.push(bytes)
    unread += bytes.length
    if (unread > MOST_UNREAD) socket.destroy()
    news()
  })
  socket.on('close', () => news())

  return {
    async send(bytes, patience) {
      for (const piece of piecesOf(bytes)) if (!(await written(socket, piece, patience, clock))) return false
      return true
    },
    async receive(patience) {
      if (inbox.length === 0 && !socket.destroyed && patience > 0) {
        await new Promise<void>((resolve) => {
          const forget = clock.after(patience, resolve)
          news = () => {
            forget()
            resolve()
          }
        })
      }
      if (inbox.length === 0 && socket.destroyed) return null
      unread = 0
      return Buffer.concat(inbox.splice(0))
    },
    close: () => void socket.destroy(),
  }
}

/** False when the connection broke, or when the printer accepted nothing for so long; the connection is then closed. */
function written(socket: Socket, piece: Uint8Array, patience: number, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (taken: boolean): void => {
      forget()
      socket.off('close', broken)
      if (!taken) socket.destroy()
      resolve(taken)
    }
    const broken = (): void => end(false)
    const forget = clock.after(patience, broken)
    if (socket.destroyed) return end(false)
    socket.once('close', broken)
    socket.write(piece, (error) => end(!error))
  })
}
