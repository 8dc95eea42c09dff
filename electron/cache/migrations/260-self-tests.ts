import type { Migration } from '../migrate.ts'

/** What the kiosk found when it tested itself; `results` is a JSON array. Of little use after a recovery, so it is not among the durable tables. */
export const selfTests: Migration = {
  version: 260,
  name: 'self-tests',
  up(db) {
    db.exec(`
      CREATE TABLE self_test (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        occasion TEXT NOT NULL CHECK (occasion IN ('daily', 'asked')),
        results TEXT NOT NULL CHECK (json_valid(results))
      ) STRICT;
    `)
  },
}
