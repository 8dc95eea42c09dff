import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AnswerOf } from '../../shared/contract/index.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Audit, AuditEntry } from '../audit/audit.ts'
import type { Db } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import { saveDocument } from '../documents/save.ts'
import { takeCopyNumber } from '../printing/jobTable.ts'
import type { PrintOrder } from '../printing/queue.ts'
import { storing } from '../printing/storing.ts'
import type { Draw, DrawnDocument } from '../printing/work.ts'

/** How a saved document is called by those who find it in the folder. */
const fileNames = { duplicate: 'Duplicado', original: 'Factura', receipt: 'Comprobante' }

export interface SavingParts {
  db: Db
  draw: Draw
  audit: Audit
  /** A folder of the branch where documents can be saved; null where none is configured. */
  exportDir: string | null
  /** Files that one visit may leave there: whoever saves again and again fills the branch's disk. */
  savesPerVisit: number
}

/** Saves a copy, numbered like a printed one, in the branch's folder. */
export function createDuplicateSaving({ db, draw, audit, exportDir, savesPerVisit }: SavingParts) {
  let visit = { sessionId: '', saves: 0 }

  return async function save(order: PrintOrder): Promise<Result<AnswerOf<'printing.saveDuplicate'>>> {
    if (exportDir === null) return failure({ code: 'no-place-to-save' })
    if (visit.sessionId !== order.sessionId) visit = { sessionId: order.sessionId, saves: 0 }
    if (visit.saves >= savesPerVisit) return failure({ code: 'sheet-limit-visit' })
    visit.saves += 1

    const numbered = storing(() => success(inTransaction(db, () => takeCopyNumber(db, order))))
    if (!numbered.ok) return numbered
    const drawn = await draw({ ...order, copyNumber: numbered.value })
    if (!drawn.ok) return drawn
    const { pdf, kind } = drawn.value
    const saved = await saveDocument({ folder: exportDir, name: `${fileNames[kind]} ${order.documentName}`, extension: 'pdf', bytes: pdf })
    const audited = storing(() => success(audit.record(entryOf(order, kind, numbered.value, saved.ok ? 'saved' : saved.problem.code))))
    if (!saved.ok) return saved
    if (audited.ok) return success({ fileName: saved.value.fileName, place: basename(exportDir) })
    // A copy that nobody knows of must not lie about.
    await rm(join(exportDir, saved.value.fileName), { force: true }).catch(() => undefined)
    return audited
  }
}

const entryOf = (order: PrintOrder, kind: DrawnDocument['kind'], copyNumber: number, outcome: string): AuditEntry => ({
  who: order.who.kind,
  what: 'document.saved',
  subject: { ...(order.accountId !== null && { accountId: order.accountId }), invoiceId: order.documentId },
  outcome,
  detail: { kind, copyNumber: kind === 'duplicate' ? copyNumber : null },
})
