import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { readFeedState } from '../cache/queries/feed.ts'
import { statement } from '../cache/statement.ts'
import type { RunWrite } from '../cache/writerPriority.ts'
import { isCorruption, isStorageFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { applyBatch, positionOf, type Applied } from './apply.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { Report, WriteAnswer, WriteRequest } from './messages.ts'
import { adoptOrigin } from './origin.ts'
import { beginStaging, dropDiscarded } from './staging.ts'

interface FeedWriterParts {
  db: WritableDb
  origin: string
  /** Runs each transaction, after those of the main thread. */
  runWrite: RunWrite
  checkpoints: Checkpoints
  report: (report: Report) => void
  log: Log
}

interface FeedWriter {
  answer(request: WriteRequest): WriteAnswer
  /** Between two requests: drops discarded tables and copies the write-ahead log. */
  afterwards(): void
}

/** Takes the fetch worker's requests, one at a time, and tells the main process what became of the cache. */
export function createFeedWriter({ db, origin, runWrite, checkpoints, report, log }: FeedWriterParts): FeedWriter {
  const tell = (entities: string[]): void => report(reportOf(db, entities))
  runWrite(() => adoptOrigin(db, origin))
  tell([])

  function act(request: WriteRequest): Applied | void {
    switch (request.kind) {
      case 'position':
        return
      case 'batch': {
        const applied = applyBatch(db, request.batch, runWrite)
        if (applied.accepted) tell(applied.entities)
        logSetAside(log, applied)
        return applied
      }
      case 'startAnew':
        log.warn('cursor expired: full resync into staging tables')
        return startAnew(db, runWrite)
      case 'resync':
        log.info('resync requested: full resync into staging tables')
        return readFeedState(db).staging ? undefined : startAnew(db, runWrite)
      case 'branch':
        return runWrite(() => storeBranch(db, request.data)) ? tell(['branch']) : undefined
      case 'rest':
        return checkpoints.tidy()
    }
  }

  return {
    answer(request) {
      const { accepted, applied } = orRefusal({ log, report }, () => act(request))
      const state = readFeedState(db)
      return { accepted, applied, cursor: positionOf(state), staging: state.staging, complete: state.complete }
    },
    afterwards() {
      orRefusal({ log, report }, () => dropDiscarded(db, runWrite))
      orRefusal({ log, report }, checkpoints.copyIfLong)
    },
  }
}

function reportOf(db: ReadableDb, entities: string[]): Report {
  const { complete, asOf, changesApplied, setAside } = readFeedState(db)
  return { kind: 'cache', complete, asOf, changesApplied, setAside, entities }
}

const startAnew = (db: WritableDb, runWrite: RunWrite): void => runWrite(() => db.transaction(() => beginStaging(db)).immediate())

/** Logs counts only, without the entities themselves: the staff page lists them. */
function logSetAside(log: Log, { setAside }: Applied): void {
  const count = Object.values(setAside).reduce((sum, each) => sum + each, 0)
  if (count > 0) log.warn({ count, entities: setAside }, 'invalid changes set aside')
}

type Acted = Pick<Applied, 'accepted' | 'applied'>

const done: Acted = { accepted: true, applied: 0 }
const refused: Acted = { accepted: false, applied: 0 }

/** Answers `refused` for faults of the disk or of another connection: the page is read again later. */
function orRefusal({ log, report }: Pick<FeedWriterParts, 'log' | 'report'>, action: () => Acted | void): Acted {
  try {
    return action() ?? done
  } catch (error) {
    if (isCorruption(error)) report({ kind: 'corrupt' })
    else if (isStorageFault(error)) log.error({ code: error.code }, 'cache write failed')
    else throw error
    return refused
  }
}

/** Stores the branch, and answers whether it changed; `serverTime` alone is no change. */
function storeBranch(db: WritableDb, data: string): boolean {
  const sql = `
    INSERT INTO branch (only, data) VALUES (1, ?)
    ON CONFLICT (only) DO UPDATE SET data = excluded.data
    WHERE json_remove(data, '$.serverTime') <> json_remove(excluded.data, '$.serverTime')`
  return statement(db, sql).run(data).changes > 0
}
