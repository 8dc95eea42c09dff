import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from '../clock.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import type { Change, Command, Heartbeat, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { type Archive, createArchive } from './archive.ts'
import { type CommandStore, createCommandStore, type Received } from './commandStore.ts'
import { carryOut, currentAccounts, currentRequests, type Office } from './effects.ts'
import { type Contract, publishedZones } from './contract.ts'
import { createFaults, type Faults } from './faults.ts'
import { createFeed } from './feed.ts'
import { judge } from './judge.ts'
import { buildServer } from './httpServer.ts'
import { sampleBranch, sampleKiosk } from './sampleKiosk.ts'
import { createLaggingEffects, type Lag, type LaggingEffects } from './lag.ts'
import { longTexts, type TextLength } from './longTexts.ts'
import type { MailOptions } from './mail/mailPost.ts'
import { judgeActor } from './office/actor.ts'
import { type OnlineOffice, openOnlineOffice } from './office/onlineOffice.ts'
import type { PaymentDesk } from './paymentDesk.ts'
import { openPaymentDesk } from './paymentEffects.ts'
import type { Refusal } from './problem.ts'
import { createFleet, type Directive } from './routes/heartbeats.ts'
import { createTokens } from './tokens.ts'

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
  /** What the utility offers of its API; 1.1 unless given. */
  contract?: Contract
  /** Where the customers' mails go; kept in memory unless given. */
  mail?: MailOptions
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
  /** The customers' online office: how its codes expire, its sessions end and its mails are late. */
  office: Pick<OnlineOffice, 'expireCodes' | 'sessions' | 'mail'>
  heartbeats(): Heartbeat[]
  /** Tells the kiosk something with its next heartbeat. */
  direct(directive: Directive): void
  close(): Promise<void>
}

export const DEFAULT_ACCOUNTS = 300
const TOKEN_LIFETIME_SECONDS = 3_600

/** Starts the sandbox and waits until it listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { clock = systemClock, contract = '1.1' } = options
  const books = openBooks(options, clock, publishedZones(contract))
  const { archive, feed, effects } = books
  const cutAll = (): void => server.server.closeAllConnections()
  const faults = createFaults(cutAll, effects, (length) => feedLongTexts(books, length))
  if (options.textLength) faults.lengthenTexts(options.textLength)
  const tokens = createTokens(sampleKiosk.clientId, options.tokenLifetimeSeconds ?? TOKEN_LIFETIME_SECONDS, clock)
  const office = openOnlineOffice({ ...books, clock, contract, mail: options.mail ?? {} })
  const commands = openCommandStore(books, office, clock)
  const payments = openPaymentDesk({ ...books, clock })
  const fleet = createFleet()
  const server = buildServer({ archive, feed, faults, tokens, commands, payments, office, fleet, clock, contract, pageLimit: options.pageLimit })
  await server.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    clientId: tokens.clientId,
    clientSecret: tokens.clientSecret,
    upsert: feed.upsert,
    remove: feed.remove,
    append: feed.append,
    expireCursors: feed.expireCursors,
    commands: commands.received,
    forgetKeys: commands.forgetKeys,
    heartbeats: fleet.heartbeats,
    direct: fleet.direct,
    faults,
    payments,
    office,
    async close() {
      effects.stop()
      await server.close()
      await office.mail.whenSent()
    },
  }
}

interface Books extends Office {
  archive: Archive
  zones: readonly Zone[]
  effects: LaggingEffects
}

/** The utility's records, and what changes in them. */
function openBooks({ accounts: count = DEFAULT_ACCOUNTS, lag = 0, ...options }: SandboxOptions, clock: Clock, zones: readonly Zone[]): Books {
  const today = options.today ?? businessDate(clock.now(), sampleBranch.timeZone)
  const archive = createArchive(count, today, zones)
  const feed = createFeed(archive, today)
  const effects = createLaggingEffects(clock, lag)
  return { archive, feed, zones, today, effects, accounts: currentAccounts(archive, feed), requests: currentRequests(archive, feed) }
}

function openCommandStore(books: Office, office: OnlineOffice, clock: Clock): CommandStore {
  const judgeAll = (command: Command): Refusal | null => judge(command, books.accounts, books.today) ?? judgeActor(command, office)
  return createCommandStore(judgeAll, (command) => carryOut(command, new Date(clock.now()).toISOString(), books))
}

function feedLongTexts({ feed, today }: Books, length: TextLength): void {
  for (const { entity, data, id } of longTexts(today, length)) feed.upsert(entity, { ...data, id })
}
