import { failure, success, type Result } from '../../../shared/result.ts'
import type { LegalText, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import { findPublished } from '../../cache/queries/legalTexts.ts'
import { findZone } from '../../cache/queries/zones.ts'
import type { ReadableDb } from '../../cache/db.ts'
import { SHEETS_FOR_ANYBODY, type DocumentType, type DrawingParts, type Refs } from '../documentType.ts'
import type { DrawnDocument } from '../drawnDocument.ts'
import { legalTextModel } from '../legalText/legalTextModel.ts'
import { mediaOf } from '../media.ts'
import { namedFile } from '../namedFile.ts'
import { printedAt } from '../printedOn.ts'

/** A text that the utility publishes for everybody, on the paper of the company of a zone. */
export const legalText: DocumentType<'legalText'> = {
  authorize(ref, { db }) {
    const found = findText(db, ref)
    return found ? success({ accountId: null, name: found.text.title }) : failure({ code: 'not-found' })
  },
  accountOf: () => null,
  countedBy: ({ legalTextId }) => legalTextId,
  takeCopyNumber: takeNumberByJobs('legalText'),
  mostPerDay: SHEETS_FOR_ANYBODY,
  auditSubject: ({ legalTextId }) => ({ legalTextId }),
  fileName: 'Texto',
  draw: { documents: (ref, _rendition, parts) => drawText(ref, parts) },
  /** Called by its own title. */
  async makeFile(ref, format, parts) {
    if (format !== 'pdf') return failure({ code: 'document-failed' })
    const drawn = await drawText(ref, parts)
    return drawn.ok ? namedFile(findText(parts.db, ref)?.text.title ?? '', format, drawn.value.bytes) : drawn
  },
}

async function drawText(ref: Refs['legalText'], { db, clock, drawing }: DrawingParts): Promise<Result<DrawnDocument>> {
  const found = findText(db, ref)
  if (!found) return failure({ code: 'not-found' })
  const { pdf, sheets } = await drawing.drawLegalText(legalTextModel({ ...found, printedOn: printedAt(clock.now(), found.zone.timeZone) }))
  return success({ bytes: pdf, sheets, kind: 'legalText', media: mediaOf(found.zone) })
}

/** Null where that zone's company does not publish it. */
function findText(db: ReadableDb, { legalTextId, zoneId }: Refs['legalText']): { text: LegalText; zone: Zone } | null {
  const zone = findZone(db, zoneId)
  const text = zone && findPublished(db, legalTextId, zone.id)
  return zone && text ? { text, zone } : null
}
