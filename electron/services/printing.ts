import type { PrinterStatus, PrintJob } from '../../shared/contract/printing.ts'
import type { AnswerOf, RequestOf } from '../../shared/contract/index.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
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

/** Paper for the person at the counter: of the account that the session holds, and of no other. */
export function createPrintingService({ clock, counter, printer, queue, ...saving }: PrintingParts) {
  const { db } = saving
  const save = createDuplicateSaving(saving)
  const order = (invoiceId: string): Result<PrintOrder> => {
    const invoice = findInvoice(db, invoiceId)
    const session = counter.current()
    if (!invoice || !counter.mayRead(invoice.accountId)) return failure({ code: 'not-allowed' })
    const zoneId = findAccount(db, invoice.accountId)?.zoneId
    const timeZone = (zoneId && findZone(db, zoneId)?.timeZone) ?? 'UTC'
    return success({
      sessionId: session.id,
      accountId: invoice.accountId,
      invoiceId,
      invoiceNumber: invoice.number,
      who: { kind: session.person.kind },
      businessDate: businessDate(clock.now(), timeZone),
    })
  }
  const sessionId = (): string => counter.current().id

  return {
    async printer(): Promise<Result<PrinterStatus>> {
      return success(await printer.status())
    },
    duplicate({ invoiceId }: RequestOf<'printing.duplicate'>): Result<PrintJob> {
      const ordered = order(invoiceId)
      return ordered.ok ? queue.print(ordered.value) : ordered
    },
    job: ({ jobId }: RequestOf<'printing.job'>) => queue.get(jobId, sessionId()),
    cancel: ({ jobId }: RequestOf<'printing.cancel'>) => queue.cancel(jobId, sessionId()),
    retry: ({ jobId }: RequestOf<'printing.retry'>) => queue.retry(jobId, sessionId()),
    answer: ({ jobId, ...answer }: RequestOf<'printing.answer'>) => queue.answer(jobId, sessionId(), answer),

    async saveDuplicate({ invoiceId }: RequestOf<'printing.saveDuplicate'>): Promise<Result<AnswerOf<'printing.saveDuplicate'>>> {
      const ordered = order(invoiceId)
      return ordered.ok ? save(ordered.value) : ordered
    },
  }
}
