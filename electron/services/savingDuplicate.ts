import { basename } from 'node:path'
import type { AnswerOf } from '../../shared/contract/index.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit/audit.ts'
import type { Db } from '../cache/db.ts'
import { saveDocument } from '../documents/save.ts'
import { takeCopyNumber } from '../printing/jobTable.ts'
import type { PrintOrder } from '../printing/queue.ts'
import type { Draw } from '../printing/work.ts'

/** How a saved document is called by those who find it in the folder. */
const fileNames = { duplicate: 'Duplicado', original: 'Factura' }

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

    const { accountId, invoiceId, invoiceNumber, who } = order
    const copyNumber = db.transaction(() => takeCopyNumber(db, invoiceId)).immediate()
    const drawn = await draw({ accountId, invoiceId, copyNumber })
    if (!drawn.ok) return drawn
    const { pdf, kind } = drawn.value
    const saved = await saveDocument({ folder: exportDir, name: `${fileNames[kind]} ${invoiceNumber}`, extension: 'pdf', bytes: pdf })
    audit.record({
      who: who.kind,
      what: 'document.saved',
      subject: { accountId, invoiceId },
      outcome: saved.ok ? 'saved' : saved.problem.code,
      detail: { kind, copyNumber: kind === 'duplicate' ? copyNumber : null },
    })
    return saved.ok ? success({ fileName: saved.value.fileName, place: basename(exportDir) }) : saved
  }
}
