import { readHead, type Head } from '../audit/head.ts'
import { beginRecoveredSegment } from '../audit/segments.ts'
import { readToldHead } from '../audit/toldHead.ts'
import { backupsIn, removeDatabase } from '../cache/backup.ts'
import type { WritableDb } from '../cache/db.ts'
import { openDatabase, openEmptyDatabase } from '../cache/openDatabase.ts'
import { recordIncident } from '../cache/queries/incidents.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { journalFile, readJournal } from '../outbox/journal.ts'
import { markRestored } from '../outbox/restoreDetector.ts'
import { declareFinished, isFinished, rescuedOf, replaceDatabase, unfinishedOf } from './files.ts'
import { openNewestBackup } from './newestBackup.ts'
import { rescue, type Rescued } from './rescue.ts'
import { unite, type United } from './unite.ts'

interface RecoveryParts {
  databaseFile: string
  dataDir: string
  clock: Clock
  log: Log
}

/** A limit on paper stands between a copy and the next: in the days since the newest backup nobody took this many of one invoice. */
const COPIES_JUMPED = 1_000
/** Nor does a counter call so many in a day without a copy of its number being made. */
const TURNS_JUMPED = 500

/**
 * Makes a new database in place of a damaged or missing one. Durable data are taken from the damaged file as far as it can be read, from
 * the newest sound backup and from the outbox's journal; numbers that must not repeat go on beyond whatever may have been given; the cache
 * is left to the next sync. The damaged file is set aside. Killed at any moment, the next start goes on or begins anew with what there was.
 */
export function recoverDatabase(parts: RecoveryParts): void {
  const { databaseFile, dataDir, clock, log } = parts
  if (!isFinished(databaseFile)) {
    const counts = buildAnew(parts)
    log.error({ ...counts }, 'database recovered')
    declareFinished(databaseFile)
  }
  // Folios jump past whatever may have been given.
  markRestored(dataDir)
  replaceDatabase(databaseFile, new Date(clock.now()).toISOString().replaceAll(/\D/g, ''))
}

type Counts = Record<string, number>

function buildAnew({ databaseFile, dataDir, clock }: RecoveryParts): Counts {
  const [rescuedFile, newFile] = [rescuedOf(databaseFile), unfinishedOf(databaseFile)]
  for (const path of [rescuedFile, newFile]) removeDatabase(path)
  const opened = [openEmptyDatabase(rescuedFile), openDatabase(newFile, { role: 'durable' })] as const
  const [draft, db] = opened
  const backup = openNewestBackup(databaseFile, backupsIn(dataDir), clock)
  try {
    const rescued = rescue(databaseFile, draft)
    const counts = db.transaction(() => {
      db.pragma('defer_foreign_keys = ON')
      const united = unite(db, { rescued: draft, backup, journal: readJournal(journalFile(dataDir)) })
      jump(db, rescued)
      const known = [readHead(draft), backup && readHead(backup), readToldHead(dataDir)].filter((head): head is Head => head !== null)
      beginRecoveredSegment(db, clock, { known, incomplete: rescued.incomplete.includes('audit') })
      const found = countsOf(rescued, united)
      recordIncident(db, clock, { code: 'database-recovered', detail: found })
      return found
    })()
    // One file that stands by itself can be renamed.
    db.pragma('journal_mode = DELETE')
    return counts
  } finally {
    for (const each of [...opened, backup]) each?.close()
  }
}

/** Past what was given and is known to nobody any more. */
function jump(db: WritableDb, { incomplete }: Rescued): void {
  if (['invoice_copy', 'print_job', 'copy_floor'].some((table) => incomplete.includes(table))) {
    db.exec(`UPDATE invoice_copy SET last_number = last_number + ${COPIES_JUMPED}`)
    db.exec(`UPDATE copy_floor SET last_number = last_number + ${COPIES_JUMPED}`)
  }
  if (incomplete.includes('turn_day')) db.exec(`UPDATE turn_day SET last_number = last_number + ${TURNS_JUMPED}`)
}

const countsOf = ({ rows, torn, incomplete }: Rescued, united: United): Counts => ({ rescued: rows, torn, incompleteTables: incomplete.length, ...united })
