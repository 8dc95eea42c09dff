import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Archive } from './archive.ts'
import type { CommandStore } from './commandStore.ts'
import type { Contract } from './contract.ts'
import { installFaults } from './failing.ts'
import type { Faults } from './faults.ts'
import type { Feed } from './feed.ts'
import type { OnlineOffice } from './office/onlineOffice.ts'
import { ACTIVATION_PATH } from './office/pendingRegistration.ts'
import type { PaymentDesk } from './paymentDesk.ts'
import { refusal, sendProblem } from './problem.ts'
import { activationPageRoute } from './routes/activationPage.ts'
import { BANK_PATH, bankPageRoute } from './routes/bankPage.ts'
import { changesRoute } from './routes/changes.ts'
import { commandsRoute } from './routes/commands.ts'
import { documentsRoute } from './routes/documents.ts'
import { type Fleet, heartbeatsRoute } from './routes/heartbeats.ts'
import { MAIL_PATH, mailPageRoute } from './routes/mailPage.ts'
import { paymentsRoute } from './routes/payments.ts'
import { pokeRoute } from './routes/poke.ts'
import { registrationsRoute } from './routes/registrations.ts'
import { renewalsRoute } from './routes/renewals.ts'
import { sessionsRoute } from './routes/sessions.ts'
import { TOKEN_PATH, tokenRoute } from './routes/token.ts'
import { sampleBranch } from './sampleKiosk.ts'
import type { Tokens } from './tokens.ts'

const BODY_LIMIT = 64 * 1024
/** Pages for a person's own browser, and the place where the kiosk gets its token: none asks for one. */
const WITHOUT_TOKEN = [TOKEN_PATH, BANK_PATH, ACTIVATION_PATH, MAIL_PATH]

interface Parts {
  archive: Archive
  feed: Feed
  faults: Faults
  tokens: Tokens
  commands: CommandStore
  payments: PaymentDesk
  office: OnlineOffice
  fleet: Fleet
  clock: Clock
  pageLimit: number | undefined
  contract: Contract
}

/** The utility's API and its pages over HTTP; not yet listening. */
export function buildServer({ archive, feed, faults, tokens, commands, payments, office, fleet, clock, pageLimit, contract }: Parts): FastifyInstance {
  const server = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true })
  installFaults(server, faults)
  installErrors(server)
  // Bodies stay bytes: commands are compared as they came.
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.addHook('onRequest', async (request, reply) => {
    if (WITHOUT_TOKEN.some((path) => request.url.startsWith(path)) || tokens.accepts(request.headers.authorization)) return
    await sendProblem(reply, refusal(401, 'invalid-token', 'Falta un token válido'))
  })
  tokenRoute(server, tokens)
  server.get('/v1/branch', async () => ({ ...sampleBranch, serverTime: new Date(clock.now()).toISOString() }))
  changesRoute(server, feed, clock, pageLimit)
  pokeRoute(server, feed)
  documentsRoute(server, archive)
  commandsRoute(server, commands)
  paymentsRoute(server, payments, clock)
  bankPageRoute(server, payments)
  registrationsRoute(server, office.registrations, contract)
  if (contract !== '1.0') activationPageRoute(server, office.registrations)
  sessionsRoute(server, office, contract, clock)
  renewalsRoute(server, office.renewals)
  mailPageRoute(server, office.mail)
  heartbeatsRoute(server, fleet)
  return server
}

/** Whatever goes wrong is a problem document; what the sandbox does not offer is not found. */
function installErrors(server: FastifyInstance): void {
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, refusal(404, 'not-found', 'Esto no se ofrece aquí')))
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status === 413) return sendProblem(reply, refusal(413, 'too-large', 'El mensaje es demasiado grande'))
    if (status < 500) return sendProblem(reply, refusal(400, 'bad-request', 'El mensaje no se entiende'))
    return sendProblem(reply, refusal(500, 'internal', 'Error del servicio'))
  })
}
