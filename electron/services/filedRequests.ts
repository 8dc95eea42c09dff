import { filingTraits } from '../../shared/contract/filings.ts'
import type { FiledRequest, FolioState, RequestSummary } from '../../shared/contract/requests.ts'
import { stateOfCommand } from '../../shared/domain/answerTerm.ts'
import { folioKey } from '../../shared/domain/folio.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Request, Topic } from '../../shared/utility-api/generated/types.gen.ts'
import { findSettled } from '../cache/queries/closings.ts'
import { commandsOfAccount, readBody, type StoredCommand } from '../cache/queries/commands.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { findRequestByLocalFolio, findRequestOf, listRequests, isInFeed } from '../cache/queries/requests.ts'
import { findTopic } from '../cache/queries/topics.ts'
import type { ReadableDb } from '../cache/db.ts'

/**
 * An account's requests, newest first: the utility's, and those filed here that the feed has not brought yet. That the feed lacks one means nothing:
 * it may bring the request days after the receipt, or never.
 */
export function requestsOf(db: ReadableDb, accountId: string): RequestSummary[] {
  const filed = commandsOfAccount(db, accountId).filter(isRequest).reverse()
  const matched = new Map(filed.flatMap((command) => requestFor(db, command)))
  const known = listRequests(db, accountId)
  // Matched by its command alone, a request may carry no account.
  const others = [...matched.values()].map(({ request }) => request).filter(({ id }) => !known.some((each) => each.id === id))
  const summaries = withoutDuplicates([...known, ...others], filed).map((request) => asFiled(matched.get(request.id)?.command, summarise(request)))
  const notInFeed = filed.filter((command) => !isInFeed(db, command)).map((command) => summariseCommand(db, command))
  return [...notInFeed, ...summaries].sort((one, other) => other.filedOn.localeCompare(one.filedOn))
}

/** What became of a folio: as the utility's request says, else as this kiosk's command does; null where there is neither. */
export function folioState(db: ReadableDb, folio: string, command: StoredCommand | null): FolioState | null {
  const request = command ? findRequestOf(db, command) : findRequestByLocalFolio(db, folio)
  const successor = (command && findSettled(db, command.id)?.successor) ?? null
  if (request) return { ...summarise(request), folio, successor }
  return command && { ...summariseCommand(db, command), folio, successor }
}

/** What was filed in this visit; what somebody else sent or filed is not this person's to see. */
export const showFiled = (db: ReadableDb, command: StoredCommand | null, visit: string): Result<FiledRequest> =>
  command?.sessionId === visit ? success(describeFiled(db, command)) : failure({ code: 'not-allowed' })

/** A command of this kiosk as the person who filed it sees it; the request of the feed where there is one. */
export function describeFiled(db: ReadableDb, command: StoredCommand): FiledRequest {
  const { kind, topic, addsTo, state, utilityFolio, answerDueOn } = summariseCommand(db, command)
  const request = findRequestOf(db, command)
  return {
    commandId: command.id,
    folio: command.localFolio,
    kind,
    topic,
    addsTo,
    emergency: topicOf(db, command)?.emergency ?? false,
    filedAt: command.capturedAt,
    state: request?.status ?? state,
    utilityFolio: request?.folio ?? utilityFolio,
    answerDueOn: request?.answerDueOn ?? answerDueOn,
  }
}

/**
 * A feed may bring what was filed once as two requests, one with the command's id and the other with its folio. Only the one with the id is kept.
 */
function withoutDuplicates(requests: readonly Request[], filed: readonly StoredCommand[]): Request[] {
  const commandOf = new Map(filed.map(({ id, localFolio }) => [localFolio, id]))
  for (const { commandId, localFolio } of requests) if (commandId && localFolio) commandOf.set(folioKey(localFolio), commandId.toLowerCase())
  const keyOf = ({ id, commandId, localFolio }: Request): string => {
    const folio = folioKey(localFolio ?? '')
    return commandId?.toLowerCase() || commandOf.get(folio) || folio || id
  }
  const byKey = Map.groupBy(requests, keyOf)
  return [...byKey.values()].flatMap((same) => same.find(({ commandId }) => commandId) ?? same.slice(0, 1))
}

/** A kind that only a newer program knows is no request. */
const isRequest = ({ kind }: StoredCommand): boolean => Object.hasOwn(filingTraits, kind) && filingTraits[kind].opensRequest

/** A command and the request that the feed has for it. */
interface Matched {
  command: StoredCommand
  request: Request
}

function requestFor(db: ReadableDb, command: StoredCommand): [string, Matched][] {
  const request = findRequestOf(db, command)
  return request ? [[request.id, { command, request }]] : []
}

/** Adds what this kiosk knows of the command and the utility may not repeat: the receipt's folio, topic, invoice and `addsTo`. */
function asFiled(command: StoredCommand | undefined, summary: RequestSummary): RequestSummary {
  if (!command) return summary
  const { addsTo, topicId, invoiceId } = aboutOf(command)
  return { ...summary, folio: command.localFolio, addsTo, topicId: summary.topicId ?? topicId, invoiceId: summary.invoiceId ?? invoiceId }
}

function summarise(request: Request): RequestSummary {
  const { id, kind, topic, topicId = null, invoiceId = null, status, localFolio = null, folio, openedOn, answerDueOn = null, answer = null } = request
  const about = { kind, topic, topicId, invoiceId, addsTo: null }
  return { id, ...about, state: status, folio: localFolio, utilityFolio: folio, filedOn: openedOn, answerDueOn, answer }
}

function summariseCommand(db: ReadableDb, command: StoredCommand): RequestSummary {
  const { id, localFolio, state, capturedAt, utilityFolio, answerDueOn } = command
  return {
    id,
    kind: command.kind,
    topic: topicOf(db, command)?.name ?? '',
    ...aboutOf(command),
    state: stateOfCommand(state, findSettled(db, id) !== null),
    folio: localFolio,
    utilityFolio,
    filedOn: businessDate(capturedAt, readBranch(db)?.timeZone ?? 'UTC'),
    answerDueOn,
    answer: null,
  }
}

/** What a command itself says that it is about. */
function aboutOf({ body }: StoredCommand): Pick<RequestSummary, 'topicId' | 'invoiceId' | 'addsTo'> {
  const command = readBody(body)
  if (command?.kind !== 'question' && command?.kind !== 'claim') return { topicId: null, invoiceId: null, addsTo: null }
  const { topicId, invoiceId = null } = command.payload
  return { topicId, invoiceId, addsTo: (command.kind === 'claim' && command.payload.addsTo) || null }
}

/** null when it has none, or the utility has withdrawn it since. */
function topicOf(db: ReadableDb, { body }: StoredCommand): Topic | null {
  const command = readBody(body)
  return command && 'topicId' in command.payload ? findTopic(db, command.payload.topicId) : null
}
