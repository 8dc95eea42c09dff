import { statSync } from 'node:fs'
import { isStorageFault } from '../cache/faults.ts'
import type { Db } from '../cache/db.ts'
import { readFeedState } from '../cache/queries/feed.ts'
import { statement } from '../cache/statement.ts'
import type { Log } from '../log/log.ts'
import { applyBatch, positionOf } from './apply.ts'
import type { Report, WriteAnswer, WriteRequest } from './messages.ts'
import { adoptOrigin } from './origin.ts'
import { beginStaging } from './staging.ts'

/** A write-ahead log beyond this is cut when there is a moment. */
const WAL_BYTES = 32 * 1024 * 1024

interface DeskParts {
  db: Db
  origin: string
  report: (report: Report) => void
  log: Log
}

/** Takes the fetch worker's requests, one at a time, and tells the main process what became of the cache. */
export function createWriteDesk({ db, origin, report, log }: DeskParts): { answer(request: WriteRequest): WriteAnswer } {
  adoptOrigin(db, origin)
  tell([])

  function tell(entities: string[]): void {
    const { complete, asOf, changesApplied, setAside } = readFeedState(db)
    report({ kind: 'cache', complete, asOf, changesApplied, setAside, entities })
  }

  function act(request: WriteRequest): boolean {
    switch (request.kind) {
      case 'position':
        return true
      case 'batch': {
        const { accepted, entities } = applyBatch(db, request.batch)
        if (accepted) tell(entities)
        return accepted
      }
      case 'startAnew':
        log.warn('the utility no longer knows our place in the feed: loading anew beside what is served')
        db.transaction(() => beginStaging(db)).immediate()
        return true
      case 'branch':
        if (storeBranch(db, request.data)) tell(['branch'])
        return true
      case 'rest':
        tidy(db)
        return true
    }
  }

  return {
    answer(request) {
      const accepted = orRefusal(log, () => act(request))
      const state = readFeedState(db)
      return { accepted, cursor: positionOf(state), staging: state.staging }
    },
  }
}

/** false for what the disk or another connection may do to us: the page is read again later. */
function orRefusal(log: Log, action: () => boolean): boolean {
  try {
    return action()
  } catch (error) {
    if (!isStorageFault(error)) throw error
    log.error({ code: error.code }, 'the cache cannot be written')
    return false
  }
}

/** Whether it says anything new. */
function storeBranch(db: Db, data: string): boolean {
  const sql = 'INSERT INTO branch (only, data) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET data = excluded.data WHERE data <> excluded.data'
  return statement(db, sql).run(data).changes > 0
}

/** This connection checkpoints for all: one on the main thread would stall it. */
function tidy(db: Db): void {
  const walBytes = statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0
  db.pragma(`wal_checkpoint(${walBytes > WAL_BYTES ? 'TRUNCATE' : 'PASSIVE'})`)
}
