import type { Migration } from '../migrate.ts'

/** Wrong PINs in a row: `clerk` is the utility's id; the empty one is the whole machine. */
export const clerks: Migration = {
  version: 220,
  name: 'clerks',
  up(db) {
    db.exec(`
      CREATE TABLE clerk_throttle (
        clerk TEXT PRIMARY KEY NOT NULL,
        misses INTEGER NOT NULL CHECK (misses >= 0)
      ) STRICT;
    `)
  },
}
