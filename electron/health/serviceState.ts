import type { Audit } from '../audit/audit.ts'
import type { WritableDb } from '../cache/db.ts'
import { isOutOfService, setOutOfService } from '../cache/queries/serviceState.ts'
import { inTransaction } from '../cache/transaction.ts'

/** Whether this kiosk serves customers, as the fleet's owner decided; survives a restart. */
export interface ServiceState {
  outOfService(): boolean
  /** Throws where it cannot be stored. */
  set(outOfService: boolean): void
}

interface ServiceStateParts {
  db: WritableDb
  audit: Audit
  /** After each change. The screen sends customers to the counter once whoever is there is done. */
  onChanged: () => void
}

export function createServiceState({ db, audit, onChanged }: ServiceStateParts): ServiceState {
  let out = isOutOfService(db)
  return {
    outOfService: () => out,
    set(wanted) {
      if (wanted === out) return
      inTransaction(db, () => {
        setOutOfService(db, wanted)
        audit.record({ who: 'utility', what: 'service.changed', subject: {}, outcome: wanted ? 'outOfService' : 'inService' })
      })
      out = wanted
      onChanged()
    },
  }
}
