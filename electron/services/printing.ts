import { basename } from 'node:path'
import type { PrinterStatus, PrintJob } from '../../shared/contract/printing.ts'
import type { RequestOf } from '../../shared/contract/index.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit/audit.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { Db } from '../cache/open.ts'
import type { Clock } from '../clock.ts'
import { saveDocument } from '../documents/save.ts'
import { takeCopyNumber } from '../printing/jobTable.ts'
import type { DocumentPrinter } from '../printing/printer.ts'
import type { PrintQueue, PrintOrder } from '../printing/queue.ts'
import type { Draw } from '../printing/work.ts'
import type { Counter } from '../session/counter.ts'

/** How a saved document is called by those who find it in the folder. */
const fileNames = { duplicate: 'Duplicado', original: 'Factura' }

interface PrintingParts {
  db: Db
  clock: Clock
  counter: Counter
  printer: DocumentPrinter
  queue: PrintQueue
  draw: Draw
  audit: Audit
  /** A folder of the branch where documents can be saved; null where none is configured. */
  exportDir: string | null
}

/** Paper for the person at the counter: of the account that the session holds, and of no other. */
export function createPrintingService({ db, clock, counter, printer, queue, draw, audit, exportDir }: PrintingParts) {
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

    async saveDuplicate({ invoiceId }: RequestOf<'printing.saveDuplicate'>): Promise<Result<{ fileName: string; place: string }>> {
      const ordered = order(invoiceId)
      if (!ordered.ok) return ordered
      if (exportDir === null) return failure({ code: 'no-place-to-save' })
      return save(ordered.value, exportDir)
    },
  }

  async function save(ordered: PrintOrder, folder: string): Promise<Result<{ fileName: string; place: string }>> {
    const { accountId, invoiceId, invoiceNumber, who } = ordered
    const copyNumber = db.transaction(() => takeCopyNumber(db, invoiceId)).immediate()
    const drawn = await draw({ accountId, invoiceId, copyNumber })
    if (!drawn.ok) return drawn
    const { pdf, kind } = drawn.value
    const saved = await saveDocument({ folder, name: `${fileNames[kind]} ${invoiceNumber}`, extension: 'pdf', bytes: pdf })
    audit.record({
      who: who.kind,
      what: 'document.saved',
      subject: { accountId, invoiceId },
      outcome: saved.ok ? 'saved' : saved.problem.code,
      detail: { kind, copyNumber: kind === 'duplicate' ? copyNumber : null },
    })
    return saved.ok ? success({ fileName: saved.value.fileName, place: basename(folder) }) : saved
  }
}
