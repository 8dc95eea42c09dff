import { failure, success, type Result } from '../../shared/result.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findClosingBy } from '../cache/queries/closings.ts'
import { findCommandByForm, type StoredCommand } from '../cache/queries/commands.ts'
import type { FilingOrder } from './outbox.ts'

/**
 * What this form filed before, for whoever sends it again because its answer was lost; null where it filed nothing. A form that filed for another account,
 * or in another's place, answers nothing for this one: `bad-request`.
 */
export function filedByForm(
  db: ReadableDb,
  { formId, accountId, corrects }: Pick<FilingOrder, 'formId' | 'accountId' | 'corrects'>,
): Result<StoredCommand> | null {
  const before = findCommandByForm(db, formId)
  if (!before) return null
  const isSame = before.accountId === accountId && findClosingBy(db, before.id)?.commandId === corrects
  return isSame ? success(before) : failure({ code: 'bad-request' })
}
