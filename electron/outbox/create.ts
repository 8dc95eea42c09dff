import { success } from '../../shared/result.ts'
import type { ApiClient } from '../api/client.ts'
import type { Audit } from '../audit/audit.ts'
import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { countByState, findCommand, type StoredCommand } from '../cache/queries/commands.ts'
import type { Clock } from '../clock.ts'
import { isDatabaseFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { startDelivery } from './delivery.ts'
import { createEnrolment, placeOf } from './enrolment.ts'
import { createFolios } from './folios.ts'
import { openJournalWriter } from './journalWriter.ts'
import type { Outbox, OutboxStatus } from './outbox.ts'
import { closeRefused } from './closing.ts'
import { ensureBound, storeCommand } from './store.ts'

export interface OutboxParts {
  db: WritableDb
  /** The journal stands there, beside the database. */
  dataDir: string
  clock: Clock
  log: Log
  audit: Audit
  /** null: this kiosk is not set up, nothing is delivered. */
  api: Pick<ApiClient, 'deliverCommand'> | null
  /** See `machine.ts`. */
  machine: string
  /** After each change of a command's state. */
  onChanged: (command: StoredCommand) => void
  /** In [0, 1). */
  random?: () => number
}

/** Begins to deliver what waits. Throws what SQLite throws. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { db, dataDir, log, machine, api, onChanged } = parts
  const journal = openJournalWriter({ db, dataDir, log })
  const folios = createFolios(parts)
  const enrolment = createEnrolment({ db, audit: parts.audit, folios, place: placeOf(machine, dataDir), journal })
  const delivery = api && startDelivery({ ...parts, api })
  bindIfPossible()

  function bindIfPossible(): void {
    try {
      ensureBound({ enrolment, journal })
    } catch (error) {
      // The next filing tries again, and says so.
      if (!isDatabaseFault(error)) throw error
    }
  }

  return {
    file(order) {
      const stored = storeCommand({ ...parts, folios, enrolment, journal }, order)
      if (!stored.ok) return stored
      const { command, isNew } = stored.value
      if (isNew) {
        delivery?.add(command)
        onChanged(command)
        // The refused one wants nobody any more.
        tell(parts, order.corrects)
      }
      return success(command)
    },
    close(order) {
      const closed = closeRefused({ ...parts, journal }, order)
      if (closed.ok) onChanged(closed.value)
      return closed
    },
    status: () => ({ ...standingOf(db), filing: enrolment.standing() }),
    wake() {
      bindIfPossible()
      delivery?.wake()
    },
    stop: async () => delivery?.stop(),
  }
}

function tell({ db, onChanged }: OutboxParts, id: string | undefined): void {
  const command = id === undefined ? null : findCommand(db, id)
  if (command) onChanged(command)
}

function standingOf(db: ReadableDb): Omit<OutboxStatus, 'filing'> {
  const { pending, refused, oldestPendingAt } = countByState(db)
  return { pending, refused, oldestPendingAt }
}
