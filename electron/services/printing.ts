import type { PrinterStatus, PrintJob } from '../../shared/contract/printing.ts'
import type { AnswerOf, RequestOf } from '../../shared/contract/index.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { findCommand } from '../cache/queries/commands.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { DocumentPrinter } from '../printing/printer.ts'
import type { PrintOrder, PrintQueue } from '../printing/queue.ts'
import type { Counter } from '../session/counter.ts'
import { createDuplicateSaving, type SavingParts } from './savingDuplicate.ts'

interface PrintingParts extends SavingParts {
  clock: Clock
  counter: Counter
  printer: DocumentPrinter
  queue: PrintQueue
}

/** Paper for the person at the counter: of the account that the session holds and of what it filed, and of nothing else. */
export function createPrintingService({ clock, counter, printer, queue, ...saving }: PrintingParts) {
  const { db } = saving
  const save = createDuplicateSaving(saving)
  /** What every order says of whoever asks. */
  const asker = (accountId: string | null): Pick<PrintOrder, 'sessionId' | 'accountId' | 'who' | 'businessDate'> => {
    const { id, person } = counter.current()
    return { sessionId: id, accountId, who: { kind: person.kind }, businessDate: businessDate(clock.now(), timeZoneOf(db, accountId)) }
  }
  const duplicateOf = (invoiceId: string): Result<PrintOrder> => {
    const invoice = findInvoice(db, invoiceId)
    if (!invoice || !counter.mayRead(invoice.accountId)) return failure({ code: 'not-allowed' })
    return success({ ...asker(invoice.accountId), kind: 'duplicate', documentId: invoiceId, documentName: invoice.number })
  }
  const receiptOf = (commandId: string): Result<PrintOrder> => {
    const command = findCommand(db, commandId)
    if (command?.sessionId !== counter.current().id) return failure({ code: 'not-allowed' })
    return success({ ...asker(command.accountId), kind: 'receipt', documentId: commandId, documentName: command.localFolio })
  }
  const sessionId = (): string => counter.current().id

  return {
    async printer(): Promise<Result<PrinterStatus>> {
      return success(await printer.status())
    },
    duplicate({ invoiceId }: RequestOf<'printing.duplicate'>): Result<PrintJob> {
      const ordered = duplicateOf(invoiceId)
      return ordered.ok ? queue.print(ordered.value) : ordered
    },
    receipt({ commandId }: RequestOf<'printing.receipt'>): Result<PrintJob> {
      const ordered = receiptOf(commandId)
      return ordered.ok ? queue.print(ordered.value) : ordered
    },
    job: ({ jobId }: RequestOf<'printing.job'>) => queue.get(jobId, sessionId()),
    cancel: ({ jobId }: RequestOf<'printing.cancel'>) => queue.cancel(jobId, sessionId()),
    retry: ({ jobId }: RequestOf<'printing.retry'>) => queue.retry(jobId, sessionId()),
    answer: ({ jobId, ...answer }: RequestOf<'printing.answer'>) => queue.answer(jobId, sessionId(), answer),

    async saveDuplicate({ invoiceId }: RequestOf<'printing.saveDuplicate'>): Promise<Result<AnswerOf<'printing.saveDuplicate'>>> {
      const ordered = duplicateOf(invoiceId)
      return ordered.ok ? save(ordered.value) : ordered
    },
  }
}

/** The account's zone says which day it is; without an account the branch does. */
function timeZoneOf(db: Db, accountId: string | null): string {
  const zoneId = accountId !== null && findAccount(db, accountId)?.zoneId
  return (zoneId && findZone(db, zoneId)?.timeZone) || (readBranch(db)?.timeZone ?? 'UTC')
}
