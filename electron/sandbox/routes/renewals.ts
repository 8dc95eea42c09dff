import type { FastifyInstance } from 'fastify'
import { zRenewPasswordBody, zRequestPasswordRenewalBody } from '../../../shared/utility-api/generated/zod.gen.ts'
import { bytesOf } from '../json.ts'
import { createKeyedAnswers } from '../office/keyedAnswers.ts'
import { sendOutcome } from '../office/outcome.ts'
import type { Renewals } from '../office/renewals.ts'
import { readBody } from './reading.ts'

/** A new password by a code in the mail. */
export function renewalsRoute(server: FastifyInstance, renewals: Renewals): void {
  const renewed = createKeyedAnswers<null>()

  server.post('/v1/password-renewals', async (request, reply) => {
    const body = readBody(zRequestPasswordRenewalBody, request.body)
    return sendOutcome(reply, body.ok ? renewals.request(body.value.login, request.headers['accept-language']) : body, 202)
  })

  server.put<{ Params: { renewalId: string } }>('/v1/password-renewals/:renewalId', async (request, reply) => {
    const { renewalId } = request.params
    const body = readBody(zRenewPasswordBody, request.body)
    if (!body.ok) return sendOutcome(reply, body, 204)
    const { outcome, replayed } = await renewed.answer(renewalId, request.headers['idempotency-key'], bytesOf(request.body), () =>
      renewals.renew(renewalId, body.value),
    )
    if (replayed) reply.header('idempotency-replayed', 'true')
    return sendOutcome(reply, outcome, 204)
  })
}
