import type { Migration } from '../migrate.ts'

/** What staff must hear of, and what the fleet's owner decided about this kiosk. Codes and figures only, no personal data. */
export const care: Migration = {
  version: 60,
  name: 'care',
  up(db) {
    db.exec(`
      CREATE TABLE incident (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        code TEXT NOT NULL,
        detail TEXT CHECK (detail IS NULL OR json_valid(detail))
      ) STRICT;
      CREATE TABLE service_state (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        out_of_service INTEGER NOT NULL CHECK (out_of_service IN (0, 1))
      ) STRICT;
      INSERT INTO service_state (only_row, out_of_service) VALUES (1, 0);
    `)
  },
}
