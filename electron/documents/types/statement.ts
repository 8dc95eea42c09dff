import { MOST_ON_PAPER } from '../../../shared/contract/statement.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { localeOf } from '../../../shared/domain/zoneLocale.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import type { DocumentType, DrawingParts, Refs, Rendition } from '../documentType.ts'
import { mediaOf } from '../media.ts'
import { namedAccount } from '../namedAccount.ts'
import { namedFile } from '../namedFile.ts'
import { printedAt } from '../printedOn.ts'
import { judgeRange } from '../statement/judgeRange.ts'
import { maskedPaper, statementPaper, type StatementPaper } from '../statement/statementPaper.ts'
import { statementWords } from '../statement/statementWords.ts'

/** Movements between two days: on sheets, and as PDF, workbook or CSV. */
export const statement: DocumentType<'statement'> = {
  authorize({ accountId, from, to }, { db, clock, counter }) {
    if (!counter.mayRead(accountId)) return failure({ code: 'not-allowed' })
    const fields = judgeRange({ db, clock }, { accountId, from, to })
    if (fields.length > 0) return failure({ code: 'invalid-fields', fields })
    const zone = namedAccount(db, accountId)?.zone
    const written = (date: string): string => formatDate(date, zone ? localeOf(zone) : 'es-MX', 'numeric')
    return success({ accountId, name: `${written(from)} – ${written(to)}` })
  },
  accountOf: ({ accountId }) => accountId,
  countedBy: ({ accountId }) => accountId,
  takeCopyNumber: takeNumberByJobs('statement'),
  auditSubject: ({ from, to }) => ({ from, to }),
  fileName: 'Estado de cuenta',
  draw: {
    async documents(ref, rendition, parts) {
      const made = await paperOf(ref, rendition, parts)
      if (!made.ok) return made
      const { paper, zone } = made.value
      const { pdf, sheets } = await parts.drawing.drawStatement(paper)
      return success({ bytes: pdf, sheets, kind: 'statement', media: mediaOf(zone) })
    },
  },
  async makeFile(ref, format, parts) {
    const { accountId, from, to } = ref
    const owner = namedAccount(parts.db, accountId)
    if (!owner) return failure({ code: 'not-found' })
    const name = `${statementWords(owner.locale).title} ${owner.number} ${from} a ${to}`
    if (format === 'pdf') return namedFile(name, format, await pdfOf(ref, parts))
    if (format === 'xml') return failure({ code: 'document-failed' })
    return namedFile(name, format, await parts.records.statementFile({ accountId, from, to, format, createdAt: parts.clock.now() }))
  },
}

async function paperOf(
  { accountId, from, to }: Refs['statement'],
  { masked, copyNumber }: Omit<Rendition, 'purpose'>,
  { db, clock, records }: DrawingParts,
): Promise<Result<{ paper: StatementPaper; zone: Zone }>> {
  const zone = namedAccount(db, accountId)?.zone
  const extract = await records.extract({ accountId, from, to, most: MOST_ON_PAPER })
  if (!zone || !extract) return failure({ code: 'not-found' })
  const paper = statementPaper(extract, { printedOn: printedAt(clock.now(), zone.timeZone), copyNumber })
  return success({ paper: masked ? maskedPaper(paper) : paper, zone })
}

async function pdfOf(ref: Refs['statement'], parts: DrawingParts): Promise<Uint8Array | null> {
  const made = await paperOf(ref, { masked: false, copyNumber: null }, parts)
  return made.ok ? (await parts.drawing.drawStatement(made.value.paper)).pdf : null
}
