import type { Migration } from '../migrate.ts'

/** The number after which an invoice's copies begin: above 0 where a recovery may have lost the numbers of some invoices. */
export const copyFloor: Migration = {
  version: 90,
  name: 'copy-floor',
  up(db) {
    db.exec(`
      CREATE TABLE copy_floor (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        last_number INTEGER NOT NULL CHECK (last_number >= 0)
      ) STRICT;
      INSERT INTO copy_floor (only_row, last_number) VALUES (1, 0);
    `)
  },
}
