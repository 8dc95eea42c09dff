import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../clock.ts'
import type { Feed } from '../feed.ts'
import { refusal, sendProblem } from '../problem.ts'

const compress = promisify(gzip)
const DEFAULT_LIMIT = 2_000
const MAX_LIMIT = 10_000

interface ChangesQuery {
  cursor?: string
  limit?: string
}

/** The change feed, a page at a time. */
export function changesRoute(server: FastifyInstance, feed: Feed, clock: Clock, pageLimit = MAX_LIMIT): void {
  server.get<{ Querystring: ChangesQuery }>('/v1/changes', async (request, reply) => {
    const limit = readLimit(request.query.limit)
    if (limit === null) return sendProblem(reply, refusal(400, 'bad-limit', `limit va de 1 a ${MAX_LIMIT}`))
    const read = await feed.read(request.query.cursor, Math.min(limit, pageLimit))
    if (read.ok) return sendJson(request, reply, { ...read.page, serverTime: new Date(clock.now()).toISOString() })
    return sendProblem(
      reply,
      read.reason === 'expired'
        ? refusal(410, 'cursor-expired', 'El cursor ya no es válido: empiece sin él')
        : refusal(400, 'bad-cursor', 'El cursor no es de este servicio'),
    )
  })
}

function readLimit(text: string | undefined): number | null {
  if (text === undefined) return DEFAULT_LIMIT
  if (!/^\d{1,5}$/.test(text)) return null
  const limit = Number(text)
  return limit >= 1 && limit <= MAX_LIMIT ? limit : null
}

async function sendJson(request: FastifyRequest, reply: FastifyReply, answer: unknown): Promise<FastifyReply> {
  const json = JSON.stringify(answer)
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(json)
  return reply.header('content-encoding', 'gzip').send(await compress(json, { level: constants.Z_BEST_SPEED }))
}
