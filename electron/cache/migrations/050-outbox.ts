import type { Migration } from '../migrate.ts'

/**
 * What customers filed. `body` is the exact bytes that are sent, and sent again: the utility compares them. `form_id` is the filled-in form,
 * so that two touches file once. `folio_day` counts folios; a row is never removed, because a clock that goes back must go on counting.
 * `enrolment` says for which series and on which machine this directory may issue folios.
 */
export const outbox: Migration = {
  version: 50,
  name: 'outbox',
  up(db) {
    db.exec(`
      CREATE TABLE command (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        form_id TEXT NOT NULL UNIQUE,
        session_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        account_id TEXT,
        local_folio TEXT NOT NULL UNIQUE,
        captured_at TEXT NOT NULL,
        body BLOB NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'refused')),
        attempts INTEGER NOT NULL CHECK (attempts >= 0),
        utility_folio TEXT,
        received_at TEXT,
        answer_due_on TEXT,
        refusal TEXT CHECK (refusal IS NULL OR json_valid(refusal)),
        CHECK ((state = 'delivered') = (received_at IS NOT NULL)),
        CHECK ((state = 'refused') = (refusal IS NOT NULL))
      ) STRICT;
      CREATE INDEX command_pending ON command (seq) WHERE state = 'pending';
      CREATE INDEX command_by_account ON command (account_id, seq);

      CREATE TABLE folio_day (
        series TEXT NOT NULL,
        day TEXT NOT NULL,
        last_number INTEGER NOT NULL CHECK (last_number BETWEEN 0 AND 9999),
        PRIMARY KEY (series, day)
      ) STRICT;
      CREATE TABLE enrolment (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        series TEXT NOT NULL,
        machine TEXT NOT NULL,
        earliest_day TEXT
      ) STRICT;
    `)
  },
}
