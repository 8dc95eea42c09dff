import Database from 'better-sqlite3'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { headText, readNotedHead, type NotedHead } from '../electron/audit/head.ts'
import { isDeclaredLost, type Segment } from '../electron/audit/segments.ts'
import { readToldFile } from '../electron/audit/toldHead.ts'
import { findHead, verifyAudit, type AuditVerdict } from '../electron/audit/verify.ts'
import { schemaVersion } from '../electron/cache/migrate.ts'
import { auditChain } from '../electron/cache/migrations/200-audit-chain.ts'
import { openSnapshot, type ReadOnlyConnection } from '../electron/cache/openDatabase.ts'
import { codeOf, isMissing } from '../electron/faults.ts'
import { readOptions, WrongOption } from '../electron/options.ts'

const usage = `Usage: npm run audit:verify -- DIR [--head HASH]
Reads the audit of a data directory, also while its kiosk runs, and says whether every row is what was written, where it was written.
--head: a head that a heartbeat or the log told (seq:N sha256:HASH, or the hash alone), which has to be in the chain.
Exits with 0 where all is as it was, with 1 where it is not or where such a head, or the last that the utility was told, is missing, and with 2 where it
cannot be told. A segment alone, rows that are known to be missing and a row that says so, exits with 0.`

const config = { allowPositionals: true, options: { head: { type: 'string' } } } as const
const { dataDir, head } = readOptions(usage, config, ({ positionals: [given, ...more], values }) => {
  if (given === undefined || more.length > 0) throw new WrongOption('one data directory is needed')
  const noted = values.head === undefined ? null : readNotedHead(values.head)
  if (values.head !== undefined && noted === null) throw new WrongOption('--head must end with a hash of 64 hexadecimal digits')
  return { dataDir: given, head: noted }
})
const path = join(dataDir, 'ventanilla.db')

/** The audit cannot be judged; the message says why. */
class CannotVerify extends Error {
  override name = 'CannotVerify'
}

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
    ...(breaks.length > 0 ? [`rows joined that did not stand together: ${breaks.map((place) => place.split(':')[0]).join(', ')}`] : []),
    ...(altered.length > 0 ? [`rows that were read damaged: ${altered.join(', ')}`] : []),
  ].join('; ')

interface Judged {
  text: string
  isThere: boolean
  /** A row that begins a segment says that it was lost. */
  isExplained: boolean
}

/** Whether that head is still in the chain, in words. */
function judgeHead(db: ReadOnlyConnection, { seq: noted, hash }: NotedHead, name: string): Judged {
  const seq = findHead(db, hash)
  const isExplained = isDeclaredLost(db, hash)
  if (seq !== null && noted !== null && noted !== seq)
    return { text: `${name}: NOT in the chain: its hash is that of row ${seq}, not of row ${noted}`, isThere: false, isExplained }
  if (seq !== null) return { text: `${name}: row ${seq}, in the chain`, isThere: true, isExplained }
  const why = isExplained ? 'the segment above that names it says that it was lost' : 'rows were cut off or written anew since it was told'
  return { text: `${name}: NOT in the chain: ${why}`, isThere: false, isExplained }
}

type Told = ReturnType<typeof readToldFile>

/** A kiosk that was never online has told none, so that alone is no fault; whoever took the file away has to be found out by a head from elsewhere. */
function judgeTold(db: ReadOnlyConnection, told: Told): Judged {
  const name = 'last head told to the utility'
  if (told.head) return judgeHead(db, told.head, name)
  const why = told.code === 'INVALID' ? 'audit-told.json holds none' : 'there is no audit-told.json'
  return { text: `${name}: not known, ${why}: give one of the utility or of the log to --head`, isThere: true, isExplained: false }
}

/** Whether all is as it was. */
function report(db: ReadOnlyConnection, told: Told): boolean {
  const verdict = verifyAudit(db)
  const last = judgeTold(db, told)
  const given = head === null ? null : judgeHead(db, head, 'head given')
  console.log(`rows: ${verdict.rows}`)
  console.log(`head: ${verdict.head ? headText(verdict.head) : 'none'}`)
  for (const segment of verdict.segments) console.log(segmentText(segment))
  for (const each of [last, given]) if (each) console.log(each.text)
  const { firstBad } = verdict
  const isWhole = (last.isThere || last.isExplained) && (!given || given.isThere)
  const sound = isWhole ? 'every row is what was written' : 'the rows that are here fit together, but they are not all that was written'
  console.log(firstBad ? `first bad row: ${firstBad.seq}, ${flaws[firstBad.flaw]}` : sound)
  return !firstBad && isWhole
}

/** An audit of the program that chains it. Throws `CannotVerify`, or SQLite's error. */
function openAudit(): ReadOnlyConnection {
  try {
    accessSync(path, constants.R_OK)
  } catch (error) {
    throw new CannotVerify(isMissing(error) ? `there is no ventanilla.db in ${dataDir}` : `ventanilla.db cannot be read: ${codeOf(error)}`)
  }
  const db = openSnapshot(path)
  const version = schemaVersion(db)
  if (version >= auditChain.version) return db
  db.close()
  throw new CannotVerify(
    version === 0 ? 'there is no audit in this ventanilla.db' : 'this audit is of a program that did not chain it: start the new program once',
  )
}

function verify(): number {
  // Before the rows are: what the kiosk tells meanwhile is then among them.
  const told = readToldFile(dataDir)
  const db = openAudit()
  try {
    if (!told.head && !['ENOENT', 'INVALID'].includes(told.code)) throw new CannotVerify(`audit-told.json cannot be read: ${told.code}`)
    return report(db, told) ? 0 : 1
  } finally {
    db.close()
  }
}

/** Why the audit cannot be judged; null for a bug. */
function reasonOf(error: unknown): string | null {
  if (error instanceof CannotVerify) return error.message
  if (!(error instanceof Database.SqliteError)) return null
  if (/^SQLITE_(READONLY|CANTOPEN)/.test(error.code))
    return `ventanilla.db cannot be opened (${error.code}): run this as the program's user, or on a copy of the directory`
  return `the audit cannot be read: ${error.message} (${error.code})`
}

try {
  process.exitCode = verify()
} catch (error) {
  const why = reasonOf(error)
  if (why === null) throw error
  console.error(why)
  process.exitCode = 2
}
