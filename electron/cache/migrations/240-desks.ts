import type { Migration } from '../migrate.ts'

/**
 * What staff made of a refused command: a new one (`corrected_by`), or nothing more, with its reason. Exactly one of both, once. No reference to
 * `command`: a recovery may know of either before the other. Of a reprint, the job of which it is another copy, and why.
 */
export const desks: Migration = {
  version: 240,
  name: 'desks',
  up(db) {
    db.exec(`
      CREATE TABLE command_closing (
        seq INTEGER PRIMARY KEY,
        command_id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        corrected_by TEXT UNIQUE,
        reason TEXT,
        CHECK ((corrected_by IS NULL) <> (reason IS NULL))
      ) STRICT;
      CREATE TRIGGER command_closing_stays BEFORE UPDATE ON command_closing BEGIN SELECT RAISE(ABORT, 'a closing never changes'); END;
      CREATE TRIGGER command_closing_is_kept BEFORE DELETE ON command_closing BEGIN SELECT RAISE(ABORT, 'a closing is never removed'); END;
      CREATE INDEX command_by_state ON command (state, seq);

      ALTER TABLE print_job ADD COLUMN reprint_of TEXT;
      ALTER TABLE print_job ADD COLUMN reprint_reason TEXT;
      ALTER TABLE print_job ADD COLUMN reprint_note TEXT;
    `)
  },
}
