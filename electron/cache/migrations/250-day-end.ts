import type { Migration } from '../migrate.ts'

/**
 * What a day is counted by, and those who signed it. `audit_by_job` and `audit_by_command` find what became of a job and who filed a command without reading
 * the audit through. `refused_at` is the kiosk's time; of commands that were refused before, the audit knows it. Signatures are append-only, as the audit is.
 */
export const dayEnd: Migration = {
  version: 250,
  name: 'day-end',
  up(db) {
    db.exec(`
      CREATE INDEX audit_by_at ON audit (at);
      CREATE INDEX audit_by_job ON audit (subject ->> 'jobId') WHERE subject ->> 'jobId' IS NOT NULL;
      CREATE INDEX audit_by_command ON audit (subject ->> 'commandId') WHERE what = 'command.filed';
      CREATE INDEX audit_by_signed_day ON audit (subject ->> 'day') WHERE what = 'day.signed';
      CREATE INDEX print_job_by_asked ON print_job (asked_at);
      CREATE INDEX command_by_captured ON command (captured_at);
      ALTER TABLE command ADD COLUMN refused_at TEXT;
      UPDATE command SET refused_at = told.at
        FROM (SELECT subject ->> 'commandId' AS id, max(at) AS at FROM audit WHERE what = 'command.refused' GROUP BY 1) AS told
        WHERE told.id = command.id AND command.refusal IS NOT NULL;
      CREATE INDEX command_by_refused ON command (refused_at) WHERE refused_at IS NOT NULL;

      CREATE TABLE day_signature (
        seq INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        signed_at TEXT NOT NULL,
        clerk_id TEXT NOT NULL,
        clerk_name TEXT NOT NULL,
        figures TEXT NOT NULL CHECK (json_valid(figures)),
        digest TEXT NOT NULL CHECK (length(digest) = 64),
        -- The head of the audit at which the figures were counted; null where it had no row.
        audit_seq INTEGER,
        audit_hash TEXT,
        UNIQUE (day, number)
      ) STRICT;
      CREATE TRIGGER day_signature_is_never_changed BEFORE UPDATE ON day_signature
        BEGIN SELECT RAISE(ABORT, 'signatures are append-only'); END;
      CREATE TRIGGER day_signature_is_never_deleted BEFORE DELETE ON day_signature
        BEGIN SELECT RAISE(ABORT, 'signatures are append-only'); END;
      CREATE TRIGGER day_signature_is_never_replaced BEFORE INSERT ON day_signature
        WHEN EXISTS (SELECT 1 FROM day_signature WHERE seq = NEW.seq OR (day = NEW.day AND number = NEW.number))
        BEGIN SELECT RAISE(ABORT, 'signatures are append-only'); END;
    `)
  },
}
