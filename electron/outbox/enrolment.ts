import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import type { KioskStatus } from '../../shared/contract/kiosk.ts'
import type { Audit } from '../audit/audit.ts'
import { noteRestoredDirectory } from '../audit/segments.ts'
import type { WritableDb } from '../cache/db.ts'
import { readBranch, type BranchInfo } from '../cache/queries/branch.ts'
import { countCommands } from '../cache/queries/commands.ts'
import { readEnrolment, writeEnrolment } from '../cache/queries/folios.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Folios } from './folios.ts'
import type { JournalWriter } from './journalWriter.ts'

type Standing = KioskStatus['filing']

interface EnrolmentParts {
  db: WritableDb
  audit: Audit
  folios: Folios
  /** See `placeOf`. */
  place: string
  /** Not sound: the data directory may have been put back from a copy, and what it holds may be older than what was given. */
  journal: Pick<JournalWriter, 'isSound' | 'isEmpty' | 'markVerified'>
}

/** Whether this data directory may give folios, and for which series. */
export interface Enrolment {
  standing(): Standing
  /**
   * Binds to the series that the utility gave, and jumps past what may have been given of it. Answers the branch that folios are given for, or
   * why none are. Throws what SQLite throws.
   */
  ensureBound(): { standing: 'open'; branch: BranchInfo; boundNow: boolean } | { standing: Exclude<Standing, 'open'> }
}

/** The machine and the place on it: a copy of the directory beside the first is as much another as one on another machine. */
export function placeOf(machine: string, dataDir: string): string {
  return createHash('sha256')
    .update(`${machine}\n${realpathSync(dataDir)}`)
    .digest('hex')
}

export function createEnrolment({ db, audit, folios, place, journal }: EnrolmentParts): Enrolment {
  let doubtful = !journal.isSound

  function standing(): Standing {
    const branch = readBranch(db)
    if (!branch) return 'not-enrolled'
    const bound = readEnrolment(db)
    return bound?.series === branch.folioSeries && bound.machine !== place ? 'other-machine' : 'open'
  }

  /** Nothing was ever given here. */
  const isFirst = (): boolean => readEnrolment(db) === null && countCommands(db) === 0 && journal.isEmpty

  /** A series that is new here has given nothing, unless this directory was restored since: then it may have been bound before. */
  function bind(branch: BranchInfo): void {
    const bound = readEnrolment(db)
    const isSame = bound?.series === branch.folioSeries
    const mustJump = doubtful ? !isFirst() : !isSame && bound !== null && bound.earliestDay !== null
    const kept = isSame ? bound.earliestDay : null
    const earliestDay = mustJump ? folios.jump(branch, kept) : kept
    if (doubtful && mustJump) noteRestoredDirectory(db, audit)
    writeEnrolment(db, { series: branch.folioSeries, machine: place, earliestDay })
  }

  return {
    standing,
    ensureBound() {
      const branch = readBranch(db)
      const now = standing()
      if (now !== 'open' || !branch) return { standing: now === 'open' ? 'not-enrolled' : now }
      const boundNow = doubtful || readEnrolment(db)?.series !== branch.folioSeries
      // The journal comes first: bound and without one, a kiosk that was killed in between would look restored.
      if (boundNow && isFirst()) journal.markVerified()
      if (boundNow) inTransaction(db, () => bind(branch))
      doubtful = false
      return { standing: 'open', branch, boundNow }
    },
  }
}
