import type { Server, Socket } from 'node:net'

const MOST = 20
/** As many as a browser opens for one page. */
const MOST_OF_AN_ADDRESS = 4

/**
 * Keeps the connections of a server few, of each address too, and can end all of them: also those that speak no TLS yet, of which the server's own
 * list of connections knows nothing.
 */
export function limitConnections(server: Server): { destroy(): void } {
  const open = new Map<Socket, string>()
  server.maxConnections = MOST
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const others = [...open.values()].filter((other) => other === address)
    if (others.length >= MOST_OF_AN_ADDRESS) return void socket.destroy()
    open.set(socket, address)
    socket.once('close', () => open.delete(socket))
  })
  return {
    destroy() {
      for (const socket of open.keys()) socket.destroy()
    },
  }
}
