import type { Migration } from '../migrate.ts'

/** How many numbers of the counter's queue were given on a day. Rows stay: a clock that goes back goes on counting. */
export const turns: Migration = {
  version: 110,
  name: 'turns',
  up(db) {
    db.exec(`
      CREATE TABLE turn_day (
        day TEXT PRIMARY KEY NOT NULL,
        last_number INTEGER NOT NULL CHECK (last_number > 0)
      ) STRICT;
    `)
  },
}
