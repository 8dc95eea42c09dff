import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { bytesOf } from '../json.ts'
import type { PaymentDesk } from '../paymentDesk.ts'
import { refusal, sendProblem } from '../problem.ts'

const keyHeader = z.uuid()

/** Payments as the kiosk opens and follows them. Their time is this sandbox's, so an answer says how late it is here. */
export function paymentsRoute(server: FastifyInstance, desk: PaymentDesk, clock: Pick<Clock, 'now'>): void {
  const now = (): string => new Date(clock.now()).toUTCString()

  server.post('/v1/payments', async (request, reply) => {
    const key = keyHeader.safeParse(request.headers['idempotency-key'])
    if (!key.success) return sendProblem(reply, refusal(422, 'no-idempotency-key', 'Falta Idempotency-Key'))
    const answer = desk.open(key.data.toLowerCase(), bytesOf(request.body), `${request.protocol}://${request.host}`)
    if (!answer.ok) return sendProblem(reply, answer.problem)
    if (answer.replayed) reply.header('idempotency-replayed', 'true')
    return reply.code(201).header('date', now()).send(answer.intent)
  })

  server.get<{ Params: { paymentId: string } }>('/v1/payments/:paymentId', async (request, reply) => {
    const payment = desk.find(request.params.paymentId)
    if (!payment) return sendProblem(reply, refusal(404, 'no-payment', 'El pago no existe'))
    return reply.header('date', now()).send(payment.intent)
  })
}
