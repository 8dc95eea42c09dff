import type { FastifyInstance } from 'fastify'
import type { RegistrationState } from '../../../shared/utility-api/generated/types.gen.ts'
import { zActivateRegistrationBody, zChangeRegistrationBody } from '../../../shared/utility-api/generated/zod.gen.ts'
import type { Contract } from '../contract.ts'
import { bytesOf } from '../json.ts'
import { createKeyedAnswers } from '../office/keyedAnswers.ts'
import { done, type Outcome, type Refused, refused, sendOutcome } from '../office/outcome.ts'
import { type PendingRegistration, stateOf } from '../office/pendingRegistration.ts'
import type { Registrations } from '../office/registrations.ts'
import { readBody, visitOf } from './reading.ts'

interface ById {
  Params: { registrationId: string }
}

const unknown: Refused = refused(404, 'no-registration', 'El registro no existe')

/** Registration, from its proof to its activation. */
export function registrationsRoute(server: FastifyInstance, registrations: Registrations, contract: Contract): void {
  const opened = createKeyedAnswers<RegistrationState>()
  const activated = createKeyedAnswers<null>()
  const withRegistration = <T>(id: string, use: (registration: PendingRegistration) => T): T | Refused => {
    const registration = registrations.find(id)
    return registration ? use(registration) : unknown
  }

  server.post('/v1/registrations', async (request, reply) => {
    const bytes = bytesOf(request.body)
    const work = (): Promise<Outcome<RegistrationState>> => registrations.register(bytes, visitOf(request))
    const { outcome, replayed } = await opened.answer('', request.headers['idempotency-key'], bytes, work)
    if (replayed) reply.header('idempotency-replayed', 'true')
    return sendOutcome(reply, outcome, 201)
  })

  server.post<ById>('/v1/registrations/:registrationId/activation', async (request, reply) => {
    const { registrationId } = request.params
    const body = readBody(zActivateRegistrationBody, request.body)
    if (!body.ok) return sendOutcome(reply, body, 204)
    const work = (): Promise<Outcome<null>> =>
      Promise.resolve(withRegistration<Outcome<null> | Promise<Outcome<null>>>(registrationId, (each) => registrations.activate(each, body.value)))
    const { outcome, replayed } = await activated.answer(registrationId, request.headers['idempotency-key'], bytesOf(request.body), work)
    if (replayed) reply.header('idempotency-replayed', 'true')
    return sendOutcome(reply, outcome, 204)
  })
  if (contract === '1.0') return

  server.get<ById>('/v1/registrations/:registrationId', async (request, reply) => {
    const state = withRegistration(request.params.registrationId, (each) => done(stateOf(each, { tellsMore: true })))
    return sendOutcome(reply, state, 200)
  })

  server.patch<ById>('/v1/registrations/:registrationId', async (request, reply) => {
    const body = readBody(zChangeRegistrationBody, request.body)
    const change = (each: PendingRegistration): Outcome<RegistrationState> => (body.ok ? registrations.changeEmail(each, body.value.email) : body)
    return sendOutcome(reply, withRegistration(request.params.registrationId, change), 200)
  })

  server.post<ById>('/v1/registrations/:registrationId/code', async (request, reply) => {
    return sendOutcome(reply, withRegistration(request.params.registrationId, registrations.sendCode), 202)
  })
}
