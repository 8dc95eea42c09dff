import type { Migration } from '../migrate.ts'

/**
 * A print job is of a document, not only of an invoice: `document_id` is an invoice or, for a receipt, a command; `document_name` its number
 * or folio. What was filed without an account has a receipt without one. Which kinds there are the contract says: a check here would mean a
 * new table for each new paper. `invoice_copy` counts on as it is; copies of a receipt are counted by their jobs.
 */
export const printDocuments: Migration = {
  version: 80,
  name: 'print-documents',
  up(db) {
    db.exec(`
      CREATE TABLE print_job_of_document (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        session_id TEXT NOT NULL,
        account_id TEXT,
        kind TEXT NOT NULL,
        document_id TEXT NOT NULL,
        document_name TEXT NOT NULL,
        who TEXT NOT NULL,
        business_date TEXT NOT NULL,
        asked_at INTEGER NOT NULL,
        copy_number INTEGER NOT NULL CHECK (copy_number > 0),
        sheets INTEGER CHECK (sheets > 0),
        state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'confirmed', 'unknown', 'failed', 'cancelled')),
        problem TEXT,
        sent_at INTEGER,
        printer_ref TEXT,
        came_out TEXT CHECK (came_out IN ('yes', 'no')),
        trouble TEXT CHECK (trouble IN ('nothing', 'incomplete', 'illegible', 'other')),
        replaced_by TEXT REFERENCES print_job_of_document (id)
      ) STRICT;
      INSERT INTO print_job_of_document (seq, id, session_id, account_id, kind, document_id, document_name, who, business_date, asked_at,
        copy_number, sheets, state, problem, sent_at, printer_ref, came_out, trouble, replaced_by)
      SELECT seq, id, session_id, account_id, kind, invoice_id, invoice_number, who, business_date, asked_at,
        copy_number, sheets, state, problem, sent_at, printer_ref, came_out, trouble, replaced_by
      FROM print_job;
      DROP TABLE print_job;
      ALTER TABLE print_job_of_document RENAME TO print_job;
      CREATE INDEX print_job_by_session ON print_job (session_id);
      CREATE INDEX print_job_by_account ON print_job (account_id, business_date);
      CREATE INDEX print_job_by_document ON print_job (document_id);
      CREATE INDEX print_job_open ON print_job (seq) WHERE state IN ('queued', 'sent');
    `)
  },
}
