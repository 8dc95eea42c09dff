import type { ClaimCommand, Command, CommandReceipt, Request } from '../../shared/utility-api/generated/types.gen.ts'
import { zAccount, zRequest } from '../../shared/utility-api/generated/zod.gen.ts'
import type { Archive } from './archive.ts'
import { topics } from './data/topics.ts'
import type { Feed } from './feed.ts'
import type { Accounts } from './judge.ts'
import type { LaggingEffects } from './lag.ts'
import { addDays } from './sample/calendar.ts'
import { requestFolio } from './sample/history.ts'
import { opaque } from './sample/random.ts'
import { zoneProfiles } from './sample/zones.ts'

/** Accounts as the feed has them now. */
export function currentAccounts(archive: Archive, feed: Feed): Accounts {
  return (id) => {
    const changed = zAccount.safeParse(feed.latest('account', id))
    return changed.success ? changed.data : (archive.findAccount(id)?.account ?? null)
  }
}

/** An account's requests, as far as commands may act upon them. */
export type Requests = (accountId: string) => Request[]

/** As the feed has them now. */
export function currentRequests(archive: Archive, feed: Feed): Requests {
  return (accountId) => {
    const initial = archive.findAccount(accountId)?.others.filter(({ entity }) => entity === 'request') ?? []
    const known = [...initial.map(({ data }) => data), ...feed.changed('request')].flatMap((data) => zRequest.safeParse(data).data ?? [])
    const latest = new Map(known.map((request) => [request.id, request]))
    return [...latest.values()].filter((request) => request.accountId === accountId)
  }
}

/** What commands act upon. */
export interface Office {
  accounts: Accounts
  requests: Requests
  feed: Feed
  today: string
  effects: Pick<LaggingEffects, 'add'>
}

/** Gives the receipt of an accepted command; what it asks for appears in the feed at once, or when `effects` says. */
export function carryOut(command: Command, receivedAt: string, office: Office): CommandReceipt {
  const { accounts, today, effects } = office
  const account = command.accountId ? accounts(command.accountId) : null
  const days = zoneProfiles.find(({ zone }) => zone.id === account?.zoneId)?.zone.regulator?.claimBusinessDays
  const receipt: CommandReceipt = {
    commandId: command.id,
    folio: requestFolio(command.id),
    receivedAt,
    answerDueOn: days ? addBusinessDays(today, days) : null,
  }
  effects.add(() => apply(command, receipt, office))
  return receipt
}

function apply(command: Command, receipt: CommandReceipt, { accounts, requests, feed, today }: Omit<Office, 'effects'>): void {
  const account = command.accountId ? accounts(command.accountId) : null
  switch (command.kind) {
    case 'claim':
      takeUpAgain(command, requests, feed)
      return feed.upsert('request', requestOf(command, receipt, today))
    case 'question':
    case 'contact':
    case 'reconnection':
    case 'holderChange':
      return feed.upsert('request', requestOf(command, receipt, today))
    case 'reading': {
      if (!account) return
      const id = `${account.id}-k${opaque(command.id, 10)}`
      return feed.upsert('reading', { id, accountId: account.id, ...command.payload, kind: 'customer', consumption: null })
    }
    case 'invoiceDelivery':
      if (account) feed.upsert('account', { ...account, invoiceDelivery: command.payload.delivery, email: command.payload.email ?? account.email })
      return
    case 'contactDetails':
      if (account) feed.upsert('account', { ...account, ...command.payload })
  }
}

/** A claim that waited for the customer is in progress again. An unknown folio changes nothing here: the utility's clerks sort it out. */
function takeUpAgain({ accountId, payload: { addsTo } }: ClaimCommand, requests: Requests, feed: Feed): void {
  if (!accountId || !addsTo) return
  const claim = requests(accountId).find(({ kind, folio, localFolio }) => kind === 'claim' && [folio, localFolio].includes(addsTo))
  if (claim?.status === 'waitingCustomer') feed.upsert('request', { ...claim, status: 'inProgress' })
}

type Filed = Extract<Command, { kind: Request['kind'] }>

function requestOf(command: Filed, receipt: CommandReceipt, today: string): Request {
  const topic = 'topicId' in command.payload ? topicById(command.payload.topicId) : topics.find(({ kind }) => kind === command.kind)
  return {
    id: `s${opaque(command.id, 14)}`,
    accountId: command.accountId ?? null,
    folio: receipt.folio,
    localFolio: command.localFolio,
    topicId: topic?.id ?? null,
    invoiceId: 'invoiceId' in command.payload ? (command.payload.invoiceId ?? null) : null,
    commandId: command.id,
    kind: command.kind,
    topic: topic?.name ?? '',
    status: 'received',
    openedOn: today,
    answerDueOn: receipt.answerDueOn,
    answer: null,
  }
}

const topicById = (id: string): (typeof topics)[number] | undefined => topics.find((topic) => topic.id === id)

/** Moves a date by so many days of the working week; the sample has no holidays. */
export function addBusinessDays(date: string, days: number): string {
  let [moved, left] = [date, days]
  while (left > 0) {
    moved = addDays(moved, 1)
    const weekday = new Date(`${moved}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return moved
}
