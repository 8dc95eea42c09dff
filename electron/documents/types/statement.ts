import type { FileFormat } from '../../../shared/contract/documents.ts'
import { MOST_ON_PAPER } from '../../../shared/contract/statement.ts'
import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { businessDate } from '../../../shared/domain/dates.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import type { Account, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../../cache/queries/accounts.ts'
import { findZone } from '../../cache/queries/zones.ts'
import type { ReadableDb } from '../../cache/db.ts'
import type { Clock } from '../../clock.ts'
import type { Drawing } from '../drawing.ts'
import { printedAt } from '../printedOn.ts'
import type { Records } from '../records/records.ts'
import { maskedPaper, statementPaper, type StatementPaper } from '../statement/paper.ts'
import { paperLocale } from '../words.ts'
import { consumptionWords } from '../consumption/words.ts'
import { statementWords } from '../statement/words.ts'
import type { DocumentFile, Drawer, Filer, Refs } from '../documentType.ts'
import { mediaOf } from '../media.ts'

interface StatementDrawingParts {
  db: ReadableDb
  clock: Clock
  drawing: Drawing
  records: Records
}

/** The sheets of a statement of account. A preview is shown on the screen, where names are masked. */
export function createStatementDrawing(parts: StatementDrawingParts): Drawer<'statement'> {
  return async (ref, { copyNumber }) => {
    const made = await paperOf(parts, ref, copyNumber)
    if (!made.ok) return made
    const { paper, zone } = made.value
    const { pdf, sheets } = await parts.drawing.drawStatement(copyNumber === null ? maskedPaper(paper) : paper)
    return success({ bytes: pdf, sheets, kind: 'statement', media: mediaOf(zone) })
  }
}

async function paperOf(
  { db, clock, records }: StatementDrawingParts,
  { accountId, from, to }: Refs['statement'],
  copyNumber: number | null,
): Promise<Result<{ paper: StatementPaper; zone: Zone }>> {
  const zone = ownerOf(db, accountId)?.zone
  const extract = await records.extract({ accountId, from, to, most: MOST_ON_PAPER })
  if (!zone || !extract) return failure({ code: 'not-found' })
  return success({ paper: statementPaper(extract, { printedOn: printedAt(clock.now(), zone.timeZone), copyNumber }), zone })
}

interface StatementFiles {
  statement: Filer<'statement'>
  consumption: Filer<'consumption'>
}

/** The same statement as PDF, workbook or CSV; the readings as workbook, CSV or Green Button. */
export function createStatementFiles(parts: StatementDrawingParts): StatementFiles {
  const { db, clock, records, drawing } = parts

  return {
    async statement(ref, format) {
      const owner = ownerOf(db, ref.accountId)
      if (!owner) return failure({ code: 'not-found' })
      const name = `${statementWords(owner.locale).title} ${owner.number} ${ref.from} a ${ref.to}`
      if (format === 'pdf') return named(name, format, await sheets(ref))
      if (format === 'xml') return failure({ code: 'document-failed' })
      const { accountId, from, to } = ref
      return named(name, format, await records.statementFile({ accountId, from, to, format, createdAt: clock.now() }))
    },
    async consumption({ accountId }, format) {
      const owner = ownerOf(db, accountId)
      if (!owner) return failure({ code: 'not-found' })
      if (format === 'pdf') return failure({ code: 'document-failed' })
      const now = clock.now()
      const name = `${consumptionWords(owner.locale).title} ${owner.number} ${businessDate(now, owner.zone.timeZone)}`
      return named(name, format, await records.consumptionFile({ accountId, format, createdAt: now }))
    },
  }

  async function sheets(ref: Refs['statement']): Promise<Uint8Array | null> {
    const made = await paperOf(parts, ref, null)
    return made.ok ? (await drawing.drawStatement(made.value.paper)).pdf : null
  }
}

const named = (name: string, extension: FileFormat, bytes: Uint8Array | null): Result<DocumentFile> =>
  bytes ? success({ name, extension, bytes }) : failure({ code: 'not-found' })

interface Owner {
  account: Account
  zone: Zone
  number: string
  locale: ReturnType<typeof paperLocale>
}

/** null where the account is not there. */
function ownerOf(db: ReadableDb, accountId: string): Owner | null {
  const account = findAccount(db, accountId)
  const zone = account && findZone(db, account.zoneId)
  return account && zone ? { account, zone, number: fullNumber(account), locale: paperLocale(zone) } : null
}
