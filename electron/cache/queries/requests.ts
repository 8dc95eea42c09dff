import type { Request } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** What the utility knows of an account's questions, claims and requests; newest first. */
export function listRequests(db: ReadableDb, accountId: string): Request[] {
  const sql = 'SELECT data FROM request WHERE account_id = ? AND deleted = 0'
  const requests = query<[string], { data: string }>(db, sql)
    .all(accountId)
    .map(fromData<Request>)
  return requests.sort((one, other) => other.openedOn.localeCompare(one.openedOn) || other.folio.localeCompare(one.folio))
}

/** By the folio that a kiosk gave, whichever kiosk it was. */
export const findRequestByLocalFolio = (db: ReadableDb, localFolio: string): Request | null => one(db, 'local_folio', localFolio)

/** By the command that opened it. */
const findRequestByCommand = (db: ReadableDb, commandId: string): Request | null => one(db, 'command_id', commandId)

/** The request that the feed has for a command. */
export const findRequestOf = (db: ReadableDb, { id, localFolio }: { id: string; localFolio: string }): Request | null =>
  findRequestByCommand(db, id) ?? findRequestByLocalFolio(db, localFolio)

/** Whether the feed has ever brought the request of a command, also where it has withdrawn it since. */
export function isInFeed(db: ReadableDb, { id, localFolio }: { id: string; localFolio: string }): boolean {
  const sql = 'SELECT 1 FROM request WHERE command_id = ? UNION ALL SELECT 1 FROM request WHERE local_folio = ? LIMIT 1'
  return query<[string, string], unknown>(db, sql).get(id, localFolio) !== undefined
}

/** What comes for an account that was deleted is hidden until the account comes again. */
const notOrphaned = 'AND NOT EXISTS (SELECT 1 FROM account WHERE account.id = request.account_id AND account.deleted = 1)'

/** The same one as the list of the account shows first, where a feed tells of it twice. */
const newest = "ORDER BY data ->> '$.openedOn' DESC, data ->> '$.folio' DESC LIMIT 1"

function one(db: ReadableDb, column: 'local_folio' | 'command_id', value: string): Request | null {
  const sql = `SELECT data FROM request WHERE ${column} = ? AND deleted = 0 ${notOrphaned} ${newest}`
  const row = query<[string], { data: string }>(db, sql).get(value)
  return row ? fromData<Request>(row) : null
}
