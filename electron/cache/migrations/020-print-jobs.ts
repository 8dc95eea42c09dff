import type { Migration } from '../migrate.ts'

/**
 * What was promised at the printer. `invoice_copy` counts on when jobs are cleared away, so that the number of a copy is never given twice.
 * `sent_at` is null while it is certain that nothing was handed to the printer.
 */
export const printJobs: Migration = {
  version: 20,
  name: 'print-jobs',
  up(db) {
    db.exec(`
      CREATE TABLE print_job (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        session_id TEXT NOT NULL,
        account_id TEXT NOT NULL,
        invoice_id TEXT NOT NULL,
        invoice_number TEXT NOT NULL,
        who TEXT NOT NULL,
        business_date TEXT NOT NULL,
        asked_at INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('duplicate', 'original')),
        copy_number INTEGER NOT NULL CHECK (copy_number > 0),
        sheets INTEGER CHECK (sheets > 0),
        state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'confirmed', 'unknown', 'failed', 'cancelled')),
        problem TEXT,
        sent_at INTEGER,
        printer_ref TEXT,
        came_out TEXT CHECK (came_out IN ('yes', 'no')),
        trouble TEXT CHECK (trouble IN ('nothing', 'incomplete', 'illegible', 'other')),
        replaced_by TEXT REFERENCES print_job (id)
      ) STRICT;
      CREATE INDEX print_job_by_session ON print_job (session_id);
      CREATE INDEX print_job_by_account ON print_job (account_id, business_date);
      CREATE INDEX print_job_open ON print_job (seq) WHERE state IN ('queued', 'sent');

      CREATE TABLE invoice_copy (
        invoice_id TEXT PRIMARY KEY NOT NULL,
        last_number INTEGER NOT NULL CHECK (last_number > 0)
      ) STRICT;
    `)
  },
}
