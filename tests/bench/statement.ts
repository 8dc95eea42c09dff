import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../electron/cache/openDatabase.ts'
import { putIntoCache } from '../fixtures/accounts/branchData.ts'
import { mexicanAccount, monterrey } from '../fixtures/documents/documentSamples.ts'
import { putRecords } from '../fixtures/documents/recordsWorld.ts'
import { aMovement } from '../fixtures/documents/statements.ts'
import { judged, median, milliseconds, printRows, startedAlone, type BenchRow } from './row.ts'

const MOVEMENTS = 50_000
const ROUNDS = 3

/** What a process of its own took to write the workbook: time after loading, and the most memory that it ever held. */
interface Taken {
  milliseconds: number
  megabytes: number
}

/** A statement of 50,000 movements as a workbook, ours and the in-memory writer's alternating, each in a process of its own. */
export async function benchStatement(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  try {
    const databaseFile = join(folder, 'ventanilla.db')
    fill(databaseFile)
    const [ours, theirs]: [Taken[], Taken[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(write('ours', databaseFile))
      theirs.push(write('in-memory', databaseFile))
    }
    return [
      row('Statement of 50,000 movements as XLSX, time', ours, theirs, 'milliseconds', 0.5),
      row('Statement of 50,000 movements as XLSX, memory', ours, theirs, 'megabytes', 0.3),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function fill(databaseFile: string): void {
  const db = openDatabase(databaseFile, { role: 'durable' })
  putIntoCache(db, { zones: [monterrey], accounts: [mexicanAccount] })
  const movements = Array.from({ length: MOVEMENTS }, (_, index) =>
    aMovement({ id: `m-${String(index).padStart(6, '0')}`, postedOn: `2026-0${1 + (index % 9)}-15`, amount: index % 2 === 0 ? 123_457 + index : -98_765 }),
  )
  putRecords(db, { movements })
  db.close()
}

function write(writer: string, databaseFile: string): Taken {
  const program = fileURLToPath(new URL('statementWriter.ts', import.meta.url))
  return JSON.parse(execFileSync(process.execPath, [program, writer, databaseFile], { encoding: 'utf8' })) as Taken
}

function row(work: string, ours: Taken[], theirs: Taken[], figure: keyof Taken, limit: number): BenchRow {
  const [measured, baseline] = [median(ours.map((taken) => taken[figure])), median(theirs.map((taken) => taken[figure]))]
  const written = (value: number): string => (figure === 'milliseconds' ? milliseconds(value) : `${value.toFixed(0)} MB`)
  return judged({ work, measured: written(measured), baseline: `${written(baseline)}, exceljs in memory`, ratio: measured / baseline, budget: `≤ ${limit}` })
}

if (startedAlone(import.meta.url)) printRows(await benchStatement())
