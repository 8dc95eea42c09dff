import { requestKind, type FiledRequest, type FolioState, type RequestSummary } from '../../shared/contract/requests.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import type { Request, Topic } from '../../shared/utility-api/generated/types.gen.ts'
import { commandsOfAccount, readBody, type StoredCommand } from '../cache/queries/commands.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { readFeedState } from '../cache/queries/feed.ts'
import { findRequestByCommand, findRequestByLocalFolio, listRequests } from '../cache/queries/requests.ts'
import { findTopic } from '../cache/queries/topics.ts'
import type { Db } from '../cache/db.ts'

/** An account's requests: the utility's, and over them what was filed here and has not come back through the feed. Newest first. */
export function requestsOf(db: Db, accountId: string): RequestSummary[] {
  const { asOf } = readFeedState(db)
  const here = commandsOfAccount(db, accountId).filter((command) => isRequest(command) && !hasComeBack(db, command, asOf))
  return [...here.reverse().map((command) => summariseCommand(db, command)), ...listRequests(db, accountId).map(summarise)]
}

/** What became of a folio: the utility's word if it has one, else this kiosk's. null where neither knows it. */
export function folioState(db: Db, folio: string, command: StoredCommand | null): FolioState | null {
  const request = findRequestByLocalFolio(db, folio) ?? (command && findRequestByCommand(db, command.id))
  if (request) return { ...summarise(request), folio }
  return command && isRequest(command) ? { ...summariseCommand(db, command), folio } : null
}

/** A command of this kiosk as the person who filed it sees it; the feed's word where it has come back already. */
export function describeFiled(db: Db, command: StoredCommand): FiledRequest {
  const { kind, topic, state, utilityFolio, answerDueOn } = summariseCommand(db, command)
  const request = findRequestByCommand(db, command.id)
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

const isRequest = ({ kind }: StoredCommand): boolean => requestKind.safeParse(kind).success

/** The feed tells of it, or is past the moment at which the utility took it: then the feed's word counts, also its silence. */
function hasComeBack(db: Db, { id, localFolio, receivedAt }: StoredCommand, asOf: string | null): boolean {
  if (findRequestByCommand(db, id) || findRequestByLocalFolio(db, localFolio)) return true
  return receivedAt !== null && asOf !== null && Date.parse(asOf) > Date.parse(receivedAt)
}

function summarise(request: Request): RequestSummary {
  const { id, kind, topic, status, localFolio = null, folio, openedOn, answerDueOn = null, answer = null } = request
  return { id, kind, topic, state: status, folio: localFolio, utilityFolio: folio, filedOn: openedOn, answerDueOn, answer }
}

const stateOfCommand = { pending: 'stored', delivered: 'received', refused: 'setAside' } as const

function summariseCommand(db: Db, command: StoredCommand): RequestSummary {
  const { id, localFolio, state, capturedAt, utilityFolio, answerDueOn } = command
  return {
    id,
    kind: requestKind.parse(command.kind),
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
function topicOf(db: Db, { body }: StoredCommand): Topic | null {
  const command = readBody(body)
  return command && 'topicId' in command.payload ? findTopic(db, command.payload.topicId) : null
}
