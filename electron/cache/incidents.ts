import type { Clock } from '../clock.ts'
import { isDatabaseFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import type { WritableDb } from './db.ts'
import { writeIncident, type Incident } from './queries/incidents.ts'
import { inTransaction } from './transaction.ts'

/** More than this cannot be news while nothing can be written. */
const REMEMBERED = 100

/** Incidents that are written down now or, where the disk is their subject, as soon as it lets itself be written. */
export interface Incidents {
  record(incident: Incident): void
  /** Writes what is remembered; what cannot be written yet stays remembered. */
  flush(): void
}

export function createIncidents({ db, clock, log }: { db: WritableDb; clock: Clock; log: Log }): Incidents {
  let remembered: { at: string; incident: Incident }[] = []

  function flush(): void {
    if (remembered.length === 0) return
    // Taken away first: a write that succeeds may lead back here.
    const due = remembered
    remembered = []
    try {
      inTransaction(db, () => due.forEach(({ at, incident }) => writeIncident(db, at, incident)))
    } catch (error) {
      remembered = [...due, ...remembered]
      if (!isDatabaseFault(error)) throw error
    }
  }
  return {
    record(incident) {
      log.error({ incident: incident.code, ...incident.detail }, 'incident')
      if (remembered.length < REMEMBERED) remembered.push({ at: new Date(clock.now()).toISOString(), incident })
      flush()
    },
    flush,
  }
}
