import type { Migration } from '../migrate.ts'

/** A print job keeps what it is of (`DocumentRef` of the contract), so that it can be drawn once more, and which of two printers it is for. */
export const anyDocument: Migration = {
  version: 100,
  name: 'any-document',
  up(db) {
    db.exec(`
      ALTER TABLE print_job ADD COLUMN document TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(document));
      ALTER TABLE print_job ADD COLUMN printer TEXT NOT NULL DEFAULT 'documents' CHECK (printer IN ('documents', 'tickets'));
      UPDATE print_job SET document =
        CASE kind
          WHEN 'receipt' THEN json_object('kind', 'receipt', 'commandId', document_id)
          ELSE json_object('kind', 'duplicate', 'invoiceId', document_id)
        END;
      DROP INDEX print_job_open;
      CREATE INDEX print_job_open ON print_job (printer, seq) WHERE state IN ('queued', 'sent');
      CREATE INDEX print_job_unanswered ON print_job (seq) WHERE state = 'unknown' AND came_out IS NULL;
    `)
  },
}
