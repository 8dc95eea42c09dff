import type { PrinterRole, PrintJob } from '../../shared/contract/printing.ts'
import type { StaffJob } from '../../shared/contract/staff.ts'
import { success, type Result } from '../../shared/result.ts'
import { absentPrinter } from './absentPrinter.ts'
import { findJob, recentJobs } from './jobTable.ts'
import { ticketLimits, type SheetLimits } from './limits.ts'
import type { Printer } from './printer.ts'
import { createPrintQueue, type PrintOrder, type PrintQueue, type QueueParts } from './queue.ts'
import { printerFor } from '../../shared/domain/printerRoutes.ts'

export interface DeskParts extends Omit<QueueParts, 'role' | 'printer' | 'limits'> {
  documents: Printer
  /** Null where the branch has no printer for tickets. */
  tickets: Printer | null
  /** Of the sheets; tickets have theirs. */
  limits: SheetLimits
}

/** Both printers, each with its queue, as one: an order goes where its paper is made for, a question about a job to the queue that has it. */
export interface PrintDesk extends Omit<PrintQueue, 'print' | 'forStaff' | 'takeBack'> {
  /** As a queue does; on a sheet where that is asked for and fits. */
  print(order: PrintOrder, on?: 'sheet'): Result<PrintJob>
  /** On that printer and no other, which is the one to be tried. */
  printTestPage(order: Pick<PrintOrder, 'sessionId' | 'who' | 'businessDate'>, role: PrinterRole): Result<PrintJob>
  /** The printer on which that paper comes out. */
  printerFor(kind: PrintOrder['document']['kind']): Printer
  /** The newest jobs of all, and those of unknown end that nobody has answered for; newest first. */
  recent(most: number): StaffJob[]
}

export function createPrintDesk({ documents, tickets, limits, ...parts }: DeskParts): PrintDesk {
  const printers = { documents, tickets: tickets ?? absentPrinter() }
  const queues: Record<PrinterRole, PrintQueue> = {
    documents: createPrintQueue({ ...parts, role: 'documents', printer: printers.documents, limits }),
    tickets: createPrintQueue({ ...parts, role: 'tickets', printer: printers.tickets, limits: ticketLimits }),
  }
  const both = Object.values(queues)
  const hasTickets = tickets !== null
  const holderOf = (jobId: string): PrintQueue => queues[findJob(parts.db, jobId)?.printer ?? 'documents']

  return {
    print(order, on) {
      // Of one wish one paper: what comes out as a ticket already is not printed beside it.
      const coming = on === 'sheet' ? queues.tickets.takeBack(order) : null
      return coming ? success(coming) : queues[printerFor(order.document.kind, { hasTickets, on })].print(order)
    },
    printTestPage: (order, role) => queues[role].print({ ...order, accountId: null, documentName: '', document: { kind: 'testPage' } }),
    printerFor: (kind) => printers[printerFor(kind, { hasTickets })],
    get: (jobId, sessionId) => holderOf(jobId).get(jobId, sessionId),
    cancel: (jobId, sessionId) => holderOf(jobId).cancel(jobId, sessionId),
    retry: (jobId, sessionId) => holderOf(jobId).retry(jobId, sessionId),
    answer: (jobId, sessionId, said) => holderOf(jobId).answer(jobId, sessionId, said),
    answerAsStaff: (jobId, cameOut) => holderOf(jobId).answerAsStaff(jobId, cameOut),
    recent: (most) => recentJobs(parts.db, most).flatMap(({ id, printer }) => queues[printer].forStaff(id) ?? []),
    recover: () => both.forEach((queue) => queue.recover()),
    endSession: (sessionId) => both.forEach((queue) => queue.endSession(sessionId)),
    isPrinting: (sessionId) => both.some((queue) => queue.isPrinting(sessionId)),
    needsSomebody: (sessionId) => both.some((queue) => queue.needsSomebody(sessionId)),
    async stop() {
      await Promise.all(both.map((queue) => queue.stop()))
    },
  }
}
