import type { Migration } from '../migrate.ts'

/** Failed sign-ins in a row: `bucket` is shared by many logins and names none; -1 is the whole kiosk. */
export const signInThrottle: Migration = {
  version: 190,
  name: 'sign-in-throttle',
  up(db) {
    db.exec(`
      CREATE TABLE sign_in_throttle (
        bucket INTEGER PRIMARY KEY CHECK (bucket >= -1),
        misses INTEGER NOT NULL CHECK (misses >= 0)
      ) STRICT;
    `)
  },
}
