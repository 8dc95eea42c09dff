import Excel from 'exceljs'
import { readFileSync } from 'node:fs'
import type { ReadableDb } from '../../electron/cache/db.ts'
import { openForReading } from '../../electron/cache/openDatabase.ts'
import { query } from '../../electron/cache/statement.ts'
import { writeStatementFile } from '../../electron/documents/statement/statementFile.ts'
import type { Movement } from '../../shared/utility-api/generated/types.gen.ts'
import { mexicanAccount } from '../fixtures/documents/documentSamples.ts'

/** Writes the workbook of all movements once and prints what it took: `node statementWriter.ts ours|in-memory DATABASE`. */
const range = { accountId: mexicanAccount.id, from: '2026-01-01', to: '2026-12-31' }

const writers: Record<string, (db: ReadableDb) => Promise<{ byteLength: number } | null>> = {
  ours: (db) => writeStatementFile(db, { ...range, format: 'xlsx', createdAt: 0 }),
  'in-memory': writeInMemory,
}

/** The least that makes the same rows: no opening balance, no totals, no second sheet. */
async function writeInMemory(db: ReadableDb): Promise<{ byteLength: number }> {
  const sql = 'SELECT data FROM movement WHERE account_id = ? AND deleted = 0 ORDER BY posted_on, id'
  const rows = query<[string], { data: string }>(db, sql).all(range.accountId)
  const workbook = new Excel.Workbook()
  const sheet = workbook.addWorksheet('Movimientos')
  const money = { style: { numFmt: '"$"#,##0.00' } }
  sheet.columns = [{ style: { numFmt: 'dd/mm/yyyy' } }, {}, {}, {}, money, money, money]
  let balance = 0
  for (const { data } of rows) {
    const { postedOn, kind, description, documentNumber, amount } = JSON.parse(data) as Movement
    balance += amount
    const [charge, payment] = amount < 0 ? [null, -amount / 100] : [amount / 100, null]
    sheet.addRow([new Date(postedOn), kind, description, documentNumber, charge, payment, balance / 100])
  }
  return workbook.xlsx.writeBuffer()
}

const [name = '', databaseFile = ''] = process.argv.slice(2)
const db = openForReading(databaseFile)
const start = performance.now()
const written = await writers[name]?.(db)
const milliseconds = performance.now() - start
if (!written || written.byteLength === 0) throw new Error(`${name} wrote nothing`)
process.stdout.write(JSON.stringify({ milliseconds, megabytes: mostMemory() }))

/** Of this program since it began; the figure of getrusage(2) begins with that of the program which started it. */
function mostMemory(): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  if (kilobytes === undefined) throw new Error('the system does not say how much memory was held')
  return Number(kilobytes) / 1024
}
