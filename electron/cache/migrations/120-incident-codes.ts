import type { Migration } from '../migrate.ts'

/** Renames the incident code `database-salvaged`: the program says *recovery* everywhere else. */
export const incidentCodes: Migration = {
  version: 120,
  name: 'incident-codes',
  up(db) {
    db.exec("UPDATE incident SET code = 'database-recovered' WHERE code = 'database-salvaged'")
  },
}
