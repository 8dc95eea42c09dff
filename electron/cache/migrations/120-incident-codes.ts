import type { Migration } from '../migrate.ts'

/** The code of a database that was made anew from what could be read says so in the words that everything else uses. */
export const incidentCodes: Migration = {
  version: 120,
  name: 'incident-codes',
  up(db) {
    db.exec("UPDATE incident SET code = 'database-recovered' WHERE code = 'database-salvaged'")
  },
}
