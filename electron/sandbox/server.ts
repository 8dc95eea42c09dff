import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { type Clock, systemClock } from '../clock.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import type { Change, Heartbeat } from '../../shared/utility-api/generated/types.gen.ts'
import { type Archive, createArchive } from './archive.ts'
import { type CommandStore, createCommandStore, type Received } from './commandStore.ts'
import { carryOut, currentAccounts, currentRequests } from './effects.ts'
import { installFaults } from './failing.ts'
import { createFaults, type Faults } from './faults.ts'
import { createFeed, type Feed } from './feed.ts'
import { sampleBranch, sampleKiosk } from './sampleKiosk.ts'
import { createLaggingEffects, type Lag } from './lag.ts'
import { longTexts, type TextLength } from './longTexts.ts'
import type { PaymentDesk } from './paymentDesk.ts'
import { openPaymentDesk } from './paymentEffects.ts'
import { refusal, sendProblem } from './problem.ts'
import { bankPageRoute, isBankPage } from './routes/bankPage.ts'
import { changesRoute } from './routes/changes.ts'
import { commandsRoute } from './routes/commands.ts'
import { documentsRoute } from './routes/documents.ts'
import { createFleet, type Directive, type Fleet, heartbeatsRoute } from './routes/heartbeats.ts'
import { paymentsRoute } from './routes/payments.ts'
import { pokeRoute } from './routes/poke.ts'
import { TOKEN_PATH, tokenRoute } from './routes/token.ts'
import { createTokens, type Tokens } from './tokens.ts'

export interface SandboxOptions {
  /** 0, the default, is any free one. */
  port?: number
  accounts?: number
  /** The day on which the sample stands, `YYYY-MM-DD`; by default the real one. */
  today?: string
  tokenLifetimeSeconds?: number
  /** Never more changes than this in a page, whatever is asked for. */
  pageLimit?: number
  clock?: Clock
  /** How long after its receipt a command shows in the feed, milliseconds; `Infinity`: never. At once unless given. */
  lag?: Lag
  /** Every text of one account, of the notices and of the topics is so long. As in life unless given. */
  textLength?: TextLength
}

/** A utility's API with sample data, on loopback. */
export interface Sandbox {
  url: string
  clientId: string
  clientSecret: string
  faults: Faults
  /** Makes something known in the feed and pokes. */
  upsert<T extends { id: string }>(entity: string, data: T): void
  remove(entity: string, id: string): void
  /** Puts a change into the feed as it is: any revision, any data. */
  append(change: Change): void
  expireCursors(): void
  /** The commands that were accepted, each once, in order. */
  commands(): Received[]
  /** The idempotency keys are forgotten, the commands are not. */
  forgetKeys(): void
  /** Payments at banks: what was opened, and how the utility and the bank misbehave. */
  payments: Omit<PaymentDesk, 'open'>
  heartbeats(): Heartbeat[]
  /** Tells the kiosk something with its next heartbeat. */
  direct(directive: Directive): void
  close(): Promise<void>
}

export const DEFAULT_ACCOUNTS = 300
const TOKEN_LIFETIME_SECONDS = 3_600
const BODY_LIMIT = 64 * 1024

/** Starts the sandbox and waits until it listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? systemClock
  const today = options.today ?? businessDate(clock.now(), sampleBranch.timeZone)
  const archive = createArchive(options.accounts ?? DEFAULT_ACCOUNTS, today)
  const feed = createFeed(archive, today)
  const effects = createLaggingEffects(clock, options.lag ?? 0)
  const feedLongTexts = (length: number): void => longTexts(today, length).forEach(({ entity, data, id }) => feed.upsert(entity, { ...data, id }))
  const faults = createFaults(() => server.server.closeAllConnections(), effects, feedLongTexts)
  if (options.textLength) faults.lengthenTexts(options.textLength)
  const tokens = createTokens(sampleKiosk.clientId, options.tokenLifetimeSeconds ?? TOKEN_LIFETIME_SECONDS, clock)
  const accounts = currentAccounts(archive, feed)
  const office = { accounts, requests: currentRequests(archive, feed), feed, today, effects }
  const commands = createCommandStore(accounts, today, (command) => carryOut(command, new Date(clock.now()).toISOString(), office))
  const payments = openPaymentDesk({ ...office, archive, clock })
  const fleet = createFleet()
  const server = buildServer({ archive, feed, faults, tokens, commands, payments, fleet, clock, pageLimit: options.pageLimit })
  await server.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    clientId: tokens.clientId,
    clientSecret: tokens.clientSecret,
    faults,
    upsert: feed.upsert,
    remove: feed.remove,
    append: feed.append,
    expireCursors: feed.expireCursors,
    commands: commands.received,
    forgetKeys: commands.forgetKeys,
    payments,
    heartbeats: fleet.heartbeats,
    direct: fleet.direct,
    close() {
      effects.stop()
      return server.close()
    },
  }
}

interface Parts {
  archive: Archive
  feed: Feed
  faults: Faults
  tokens: Tokens
  commands: CommandStore
  payments: PaymentDesk
  fleet: Fleet
  clock: Clock
  pageLimit: number | undefined
}

function buildServer({ archive, feed, faults, tokens, commands, payments, fleet, clock, pageLimit }: Parts): FastifyInstance {
  const server = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true })
  installFaults(server, faults)
  installErrors(server)
  // Bodies stay bytes: commands are compared as they came.
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.addHook('onRequest', async (request, reply) => {
    if (request.url === TOKEN_PATH || isBankPage(request.url) || tokens.accepts(request.headers.authorization)) return
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
