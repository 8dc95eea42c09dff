import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ChangePage } from '../../../shared/utility-api/generated/types.gen.ts'
import { zChangePasswordBody, zConfirmEmailChangeBody, zRequestEmailChangeBody, zSignInBody } from '../../../shared/utility-api/generated/zod.gen.ts'
import type { Clock } from '../../clock.ts'
import type { Contract } from '../contract.ts'
import { instant } from '../office/officeParts.ts'
import type { OnlineOffice } from '../office/onlineOffice.ts'
import { done, type Outcome, refused, sendOutcome } from '../office/outcome.ts'
import type { SignedIn } from '../office/signedIn.ts'
import { readBody } from './reading.ts'

interface ById {
  Params: { sessionId: string }
}
type Request = FastifyRequest<ById>

/** Signing in, and what whoever is signed in may do. */
export function sessionsRoute(server: FastifyInstance, office: OnlineOffice, contract: Contract, clock: Pick<Clock, 'now'>): void {
  const { sessions, changePassword, emailChange } = office
  const token = (request: Request): unknown => request.headers['customer-session']

  async function answer<T>(request: Request, reply: FastifyReply, status: 200 | 202 | 204, work: (who: SignedIn) => Outcome<T> | Promise<Outcome<T>>) {
    const who = sessions.authorize(request.params.sessionId, token(request))
    return sendOutcome(reply, who.ok ? await work(who.value) : who, status)
  }

  server.post('/v1/sessions', async (request, reply) => {
    const body = readBody(zSignInBody, request.body)
    if (!body.ok) return sendOutcome(reply, body, 200)
    return sendOutcome(reply, await sessions.signIn(body.value.login, body.value.password, request.headers['accept-language']), 200)
  })
  if (contract === '1.0') return

  server.delete<ById>('/v1/sessions/:sessionId', async (request, reply) => sendOutcome(reply, sessions.signOut(request.params.sessionId, token(request)), 204))

  server.put<ById>('/v1/sessions/:sessionId/password', (request, reply) =>
    answer(request, reply, 204, (who) => {
      const body = readBody(zChangePasswordBody, request.body)
      return body.ok ? changePassword(who, body.value) : body
    }),
  )

  server.post<ById>('/v1/sessions/:sessionId/email', (request, reply) =>
    answer(request, reply, 202, (who) => {
      const body = readBody(zRequestEmailChangeBody, request.body)
      return body.ok ? emailChange.request(who, body.value) : body
    }),
  )

  server.put<ById>('/v1/sessions/:sessionId/email', (request, reply) =>
    answer(request, reply, 204, (who) => {
      const body = readBody(zConfirmEmailChangeBody, request.body)
      return body.ok ? emailChange.confirm(who, body.value.code) : body
    }),
  )

  server.get<{ Params: { sessionId: string; accountId: string } }>('/v1/sessions/:sessionId/accounts/:accountId/changes', (request, reply) =>
    answer(request, reply, 200, (who) => readAccount(who, request.params.accountId, office, clock)),
  )
}

/** Of the customer's own accounts alone. */
function readAccount({ customer }: SignedIn, accountId: string, { records }: OnlineOffice, clock: Pick<Clock, 'now'>): Outcome<ChangePage> {
  const changes = customer.accountIds.includes(accountId) ? records.changesOf(accountId) : null
  if (!changes) return refused(404, 'no-account', 'La cuenta no existe')
  return done({ changes, cursor: '-', hasMore: false, serverTime: instant(clock.now()) })
}
