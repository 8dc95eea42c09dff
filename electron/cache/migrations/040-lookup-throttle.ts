import type { Migration } from '../migrate.ts'

export const lookupThrottle: Migration = {
  version: 40,
  name: 'lookup-throttle',
  up(db) {
    db.exec(`
      CREATE TABLE lookup_throttle (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        misses INTEGER NOT NULL CHECK (misses >= 0)
      ) STRICT;
      INSERT INTO lookup_throttle (only_row, misses) VALUES (1, 0);
    `)
  },
}
