import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Answer, CommandStore } from '../commandStore.ts'
import { bytesOf } from '../json.ts'
import { refusal, sendProblem } from '../problem.ts'

const keyHeader = z.uuid()

/** Commands from the kiosk. The body is kept as the bytes that came. */
export function commandsRoute(server: FastifyInstance, commands: CommandStore): void {
  server.post<{ Headers: { 'idempotency-key'?: string } }>('/v1/commands', {
    // The key is reserved before anything waits, so that a second delivery meanwhile learns that the first is in progress.
    preValidation: async (request, reply) => {
      const key = keyHeader.safeParse(request.headers['idempotency-key'])
      if (!key.success) return sendProblem(reply, refusal(400, 'no-idempotency-key', 'Falta Idempotency-Key'))
      const reservation = commands.reserve(key.data.toLowerCase(), bytesOf(request.body))
      switch (reservation.kind) {
        case 'new':
          return
        case 'replay':
          return sendAnswer(reply.header('idempotency-replayed', 'true'), reservation.answer, 200)
        case 'reused':
          return sendProblem(reply, refusal(422, 'idempotency-key-reused', 'La clave se usó con otro mensaje'))
        case 'in-progress':
          return sendProblem(reply.header('retry-after', '1'), refusal(409, 'in-progress', 'El mensaje se está procesando'))
      }
    },
    handler: async (request, reply) => sendAnswer(reply, commands.work(String(request.headers['idempotency-key']).toLowerCase()), 201),
  })
}

function sendAnswer(reply: FastifyReply, answer: Answer, status: 200 | 201): FastifyReply {
  return answer.ok ? reply.code(status).send(answer.receipt) : sendProblem(reply, answer.problem)
}
