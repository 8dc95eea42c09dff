import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { headText, hashIn } from '../electron/audit/head.ts'
import { isDeclaredLost, type Segment } from '../electron/audit/segments.ts'
import { readToldHead } from '../electron/audit/toldHead.ts'
import { findHead, verifyAudit, type AuditVerdict } from '../electron/audit/verify.ts'
import { schemaVersion } from '../electron/cache/migrate.ts'
import { auditChain } from '../electron/cache/migrations/200-audit-chain.ts'
import { openSnapshot, type ReadOnlyConnection } from '../electron/cache/openDatabase.ts'
import { isDatabaseFault } from '../electron/faults.ts'
import { readOptions, WrongOption } from '../electron/options.ts'

const usage = `Usage: npm run audit:verify -- DIR [--head HASH]
Reads the audit of a data directory, also while its kiosk runs, and says whether every row is what was written, where it was written.
--head: a head that a heartbeat or the log told (seq:N sha256:HASH, or the hash alone), which has to be in the chain.
Exits with 0 where all is as it was, with 1 where it is not, and with 2 where it cannot be told.`

const config = { allowPositionals: true, options: { head: { type: 'string' } } } as const
const { dataDir, head } = readOptions(usage, config, ({ positionals: [given, ...more], values }) => {
  if (given === undefined || more.length > 0) throw new WrongOption('one data directory is needed')
  if (!existsSync(join(given, 'ventanilla.db'))) throw new WrongOption(`there is no ventanilla.db in ${given}`)
  const hash = values.head === undefined ? null : hashIn(values.head)
  if (values.head !== undefined && hash === null) throw new WrongOption('--head must end with a hash of 64 hexadecimal digits')
  return { dataDir: given, head: hash }
})

const flaws: Readonly<Record<NonNullable<AuditVerdict['firstBad']>['flaw'], string>> = {
  edited: 'edited: it is not what was written',
  deleted: 'deleted: it is missing, and perhaps others after it',
  inserted: 'inserted: the program did not write it',
  reordered: 'reordered: another row stood there',
  truncated: 'truncated: the rows from that number on are missing',
  miscounted: 'miscounted: the rows are whole, and the count or the head noted beside them is, or was, not theirs',
}

const segmentText = ({ seq, at, what, outcome, lost, breaks, altered }: Segment): string =>
  [
    `segment: row ${seq}, ${at}, ${what} (${outcome})`,
    ...(lost ? [`lost, as far as known, up to row ${lost.seq}`] : []),
    ...(breaks.length > 0 ? [`rows joined that did not stand together: ${breaks.join(', ')}`] : []),
    ...(altered.length > 0 ? [`rows that were read damaged: ${altered.join(', ')}`] : []),
  ].join('; ')

interface Judged {
  text: string
  isThere: boolean
  /** A row that begins a segment says that it was lost. */
  isExplained: boolean
}

/** Whether that head is still in the chain, in words. */
function judgeHead(db: ReadOnlyConnection, hash: string, name: string): Judged {
  const seq = findHead(db, hash)
  const isExplained = isDeclaredLost(db, hash)
  if (seq !== null) return { text: `${name}: row ${seq}, in the chain`, isThere: true, isExplained }
  const why = isExplained ? 'the segment above that names it says that it was lost' : 'rows were cut off or written anew since it was told'
  return { text: `${name}: NOT in the chain: ${why}`, isThere: false, isExplained }
}

/** Whether all is as it was. */
function report(db: ReadOnlyConnection, told: string | null): boolean {
  const verdict = verifyAudit(db)
  const last = told === null ? null : judgeHead(db, told, 'last head told to the utility')
  const given = head === null ? null : judgeHead(db, head, 'head given')
  console.log(`rows: ${verdict.rows}`)
  console.log(`head: ${verdict.head ? headText(verdict.head) : 'none'}`)
  for (const segment of verdict.segments) console.log(segmentText(segment))
  for (const each of [last, given]) if (each) console.log(each.text)
  const { firstBad } = verdict
  console.log(firstBad ? `first bad row: ${firstBad.seq}, ${flaws[firstBad.flaw]}` : 'every row is what was written')
  return !firstBad && (!last || last.isThere || last.isExplained) && (!given || given.isThere)
}

function verify(): number {
  // Before the rows are: what the kiosk tells meanwhile is then among them.
  const told = readToldHead(dataDir)
  const db = openSnapshot(join(dataDir, 'ventanilla.db'))
  try {
    if (schemaVersion(db) < auditChain.version) {
      console.error('this audit is of a program that did not chain it: start the new program once')
      return 2
    }
    return report(db, told?.hash ?? null) ? 0 : 1
  } finally {
    db.close()
  }
}

try {
  process.exitCode = verify()
} catch (error) {
  if (!isDatabaseFault(error)) throw error
  console.error(`the database cannot be read: ${error.code}`)
  process.exitCode = 2
}
