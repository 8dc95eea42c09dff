import type { ReadableDb } from '../cache/db.ts'
import { listIncidents } from '../cache/queries/incidents.ts'
import type { RecentLines } from '../log/recent.ts'

/** So many incidents at most go with one heartbeat: the newest. */
const MOST_INCIDENTS = 20

/** What the next heartbeat tells beside the figures: the incidents that the utility has not heard of, and the log when it asked for it. */
export interface News {
  /** Oldest first; `acknowledge` when the utility has them. */
  gather(): { lines: string[]; acknowledge(): void }
  /** The newest warnings and errors of the log go with the next heartbeat. */
  sendLogs(): void
}

/** What was acknowledged is remembered while the program runs: after a start the newest incidents are told once more, with their time. */
export function createNews({ db, recentLines }: { db: ReadableDb; recentLines: RecentLines }): News {
  let acknowledged = 0
  let logsWanted = false
  return {
    gather() {
      const untold = listIncidents(db, MOST_INCIDENTS)
        .filter(({ id }) => id > acknowledged)
        .reverse()
      const withLogs = logsWanted
      const logged = withLogs ? recentLines.list() : []
      return {
        lines: [...untold.map(({ at, code }) => `${code} ${at}`), ...logged.map((line) => `log ${line}`)],
        acknowledge() {
          acknowledged = untold.at(-1)?.id ?? acknowledged
          if (withLogs) logsWanted = false
        },
      }
    },
    sendLogs() {
      logsWanted = true
    },
  }
}
