import type { HandlersOf } from '../../shared/contract/index.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { failure, success } from '../../shared/result.ts'
import type { AccountReaders } from '../cache/accountReaders.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { PrintService } from '../printing/printService.ts'
import { isPrintable } from '../../shared/contract/documents.ts'
import { standingFor } from '../printing/printer.ts'
import type { Counter } from '../session/counter.ts'
import { actorOf } from '../session/person.ts'
import type { Documents } from './documents.ts'

interface PrintingParts {
  readers: AccountReaders
  clock: Clock
  counter: Pick<Counter, 'current'>
  documents: Pick<Documents, 'authorize'>
  printService: PrintService
}

/** Paper for the person at the counter: of the account that the session holds and of what it filed, and of nothing else. */
export function createPrintingService({ readers, clock, counter, documents, printService }: PrintingParts) {
  const sessionId = (): string => counter.current().id

  return {
    'printing.printer': async ({ kind = 'duplicate' }) => success(standingFor(await printService.printerFor(kind).status())),
    'printing.print': ({ document, on }) => {
      const authorized = documents.authorize(document)
      if (!authorized.ok) return authorized
      if (!isPrintable(document)) return failure({ code: 'document-failed' })
      const { accountId, name } = authorized.value
      const { id, person } = counter.current()
      const today = businessDate(clock.now(), timeZoneOf(readers.of(accountId), accountId))
      return printService.print({ sessionId: id, accountId, document, documentName: name, who: actorOf(person), businessDate: today }, on)
    },
    'printing.job': ({ jobId }) => printService.get(jobId, sessionId()),
    'printing.cancel': ({ jobId }) => printService.cancel(jobId, sessionId()),
    'printing.retry': ({ jobId }) => printService.retry(jobId, sessionId()),
    'printing.answer': ({ jobId, ...answer }) => printService.answer(jobId, sessionId(), answer),
  } satisfies HandlersOf<'printing'>
}

/** The account's zone says which day it is; without an account the branch does. */
export function timeZoneOf(db: ReadableDb, accountId: string | null): string {
  const zoneId = accountId !== null && findAccount(db, accountId)?.zoneId
  return (zoneId && findZone(db, zoneId)?.timeZone) || (readBranch(db)?.timeZone ?? 'UTC')
}
