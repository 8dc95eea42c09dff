import type { FastifyInstance } from 'fastify'
import type { Heartbeat } from '../../../shared/utility-api/generated/types.gen.ts'
import { zHeartbeat } from '../../../shared/utility-api/generated/zod.gen.ts'
import { parseJson } from '../json.ts'
import { refusal, sendProblem } from '../problem.ts'

export type Directive = 'restart' | 'resync' | 'outOfService' | 'backInService' | 'sendLogs' | 'update'

/** What the kiosk said of its health, and what it is to be told next. */
export interface Fleet {
  note(heartbeat: Heartbeat): Directive[]
  direct(directive: Directive): void
  heartbeats(): Heartbeat[]
}

export function createFleet(): Fleet {
  const heartbeats: Heartbeat[] = []
  const waiting: Directive[] = []
  return {
    note(heartbeat) {
      heartbeats.push(heartbeat)
      return waiting.splice(0)
    },
    direct: (directive) => void waiting.push(directive),
    heartbeats: () => [...heartbeats],
  }
}

export function heartbeatsRoute(server: FastifyInstance, fleet: Fleet): void {
  server.post('/v1/heartbeats', async (request, reply) => {
    const heartbeat = zHeartbeat.safeParse(parseJson(request.body))
    if (!heartbeat.success) return sendProblem(reply, refusal(400, 'bad-heartbeat', 'El mensaje no cumple la especificación'))
    return reply.send({ directives: fleet.note(heartbeat.data) })
  })
}
