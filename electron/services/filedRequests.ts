import { filingTraits } from '../../shared/contract/filings.ts'
import type { FiledRequest, FolioState, RequestSummary } from '../../shared/contract/requests.ts'
import { folioKey } from '../../shared/domain/folio.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import type { Request, Topic } from '../../shared/utility-api/generated/types.gen.ts'
import { commandsOfAccount, readBody, type StoredCommand } from '../cache/queries/commands.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { findRequestByLocalFolio, findRequestOf, listRequests, wasTold } from '../cache/queries/requests.ts'
import { findTopic } from '../cache/queries/topics.ts'
import type { ReadableDb } from '../cache/db.ts'

/**
 * An account's requests: the utility's, and over them what was filed here until the feed tells of it. Its silence says nothing: what a command
 * caused may reach it days after the receipt, or never. Newest first.
 */
export function requestsOf(db: ReadableDb, accountId: string): RequestSummary[] {
  const filed = commandsOfAccount(db, accountId).filter(isRequest).reverse()
  const told = new Map(filed.flatMap((command) => toldOf(db, command)))
  const known = listRequests(db, accountId)
  // Told of by its command alone, it may carry no account.
  const others = [...told.values()].map(({ request }) => request).filter(({ id }) => !known.some((each) => each.id === id))
  const summaries = onePerClaim([...known, ...others], filed).map((request) => withFolioOf(told.get(request.id)?.command, summarise(request)))
  const untold = filed.filter((command) => !wasTold(db, command)).map((command) => summariseCommand(db, command))
  return [...untold, ...summaries].sort((one, other) => other.filedOn.localeCompare(one.filedOn))
}

/** What became of a folio: the utility's word if it has one, else this kiosk's. null where neither knows it. */
export function folioState(db: ReadableDb, folio: string, command: StoredCommand | null): FolioState | null {
  const request = command ? findRequestOf(db, command) : findRequestByLocalFolio(db, folio)
  if (request) return { ...summarise(request), folio }
  return command && { ...summariseCommand(db, command), folio }
}

/** A command of this kiosk as the person who filed it sees it; the feed's word where it has come back already. */
export function describeFiled(db: ReadableDb, command: StoredCommand): FiledRequest {
  const { kind, topic, state, utilityFolio, answerDueOn } = summariseCommand(db, command)
  const request = findRequestOf(db, command)
  return {
    commandId: command.id,
    folio: command.localFolio,
    kind,
    topic,
    emergency: topicOf(db, command)?.emergency ?? false,
    filedAt: command.capturedAt,
    state: request?.status ?? state,
    utilityFolio: request?.folio ?? utilityFolio,
    answerDueOn: request?.answerDueOn ?? answerDueOn,
  }
}

/**
 * A feed may tell of one claim as two things, of one by the command and of the other by the folio. The one that names the command stands for both.
 */
function onePerClaim(requests: readonly Request[], filed: readonly StoredCommand[]): Request[] {
  const commandOf = new Map(filed.map(({ id, localFolio }) => [localFolio, id]))
  for (const { commandId, localFolio } of requests) if (commandId && localFolio) commandOf.set(folioKey(localFolio), commandId.toLowerCase())
  const claimOf = ({ id, commandId, localFolio }: Request): string => {
    const folio = folioKey(localFolio ?? '')
    return commandId?.toLowerCase() || commandOf.get(folio) || folio || id
  }
  const byClaim = Map.groupBy(requests, claimOf)
  return [...byClaim.values()].flatMap((same) => same.find(({ commandId }) => commandId) ?? same.slice(0, 1))
}

const isRequest = ({ kind }: StoredCommand): boolean => filingTraits[kind].opensRequest

interface Told {
  command: StoredCommand
  request: Request
}

function toldOf(db: ReadableDb, command: StoredCommand): [string, Told][] {
  const request = findRequestOf(db, command)
  return request ? [[request.id, { command, request }]] : []
}

/** Whoever filed it knows it by the folio of the receipt, whether or not the utility repeats that. */
const withFolioOf = (command: StoredCommand | undefined, summary: RequestSummary): RequestSummary =>
  command ? { ...summary, folio: command.localFolio } : summary

function summarise(request: Request): RequestSummary {
  const { id, kind, topic, status, localFolio = null, folio, openedOn, answerDueOn = null, answer = null } = request
  return { id, kind, topic, state: status, folio: localFolio, utilityFolio: folio, filedOn: openedOn, answerDueOn, answer }
}

const stateOfCommand = { pending: 'stored', delivered: 'received', refused: 'setAside' } as const

function summariseCommand(db: ReadableDb, command: StoredCommand): RequestSummary {
  const { id, localFolio, state, capturedAt, utilityFolio, answerDueOn } = command
  return {
    id,
    kind: command.kind,
    topic: topicOf(db, command)?.name ?? '',
    state: stateOfCommand[state],
    folio: localFolio,
    utilityFolio,
    filedOn: businessDate(capturedAt, readBranch(db)?.timeZone ?? 'UTC'),
    answerDueOn,
    answer: null,
  }
}

/** null when it has none, or the utility has withdrawn it since. */
function topicOf(db: ReadableDb, { body }: StoredCommand): Topic | null {
  const command = readBody(body)
  return command && 'topicId' in command.payload ? findTopic(db, command.payload.topicId) : null
}
