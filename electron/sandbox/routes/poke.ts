import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Feed } from '../feed.ts'

const KEEP_ALIVE_MILLISECONDS = 15_000

/** Server-sent events: one `poke` each time the feed grows, a comment now and then. */
export function pokeRoute(server: FastifyInstance, feed: Feed): void {
  const listeners = new Set<ServerResponse>()
  const tell = (text: string): void => listeners.forEach((listener) => listener.write(text))
  const forget = feed.onGrowth(() => tell('event: poke\ndata: {}\n\n'))
  const keepAlive = setInterval(() => tell(': sigue ahí\n\n'), KEEP_ALIVE_MILLISECONDS)
  keepAlive.unref()

  server.get('/v1/changes/poke', (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    reply.raw.write(': conectado\n\n')
    listeners.add(reply.raw)
    reply.raw.on('close', () => listeners.delete(reply.raw))
  })

  server.addHook('preClose', async () => {
    forget()
    clearInterval(keepAlive)
    listeners.forEach((listener) => listener.end())
  })
}
