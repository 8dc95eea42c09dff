import type { ReadableDb } from '../../cache/db.ts'
import type { StatementFileOrder } from '../records/recordJobs.ts'
import { statementCsv } from './statementCsv.ts'
import { readStatement } from './extract.ts'
import { statementWorkbook } from './statementWorkbook.ts'

/** null where the account is not there. */
export async function writeStatementFile(db: ReadableDb, { format, createdAt, ...range }: StatementFileOrder): Promise<Uint8Array | null> {
  const model = readStatement(db, range)
  if (!model) return null
  return format === 'xlsx' ? statementWorkbook(model, createdAt) : statementCsv(model)
}
