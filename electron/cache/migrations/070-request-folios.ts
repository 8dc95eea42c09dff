import type { Migration } from '../migrate.ts'

/**
 * A request is found by the folio that a kiosk gave, and by the command that opened it. A load under way was begun with tables of the old
 * shape: it is dropped, and begun anew by the sync.
 */
export const requestFolios: Migration = {
  version: 70,
  name: 'request-folios',
  up(db) {
    const staged = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'stage\\_%' ESCAPE '\\'").pluck().all()
    for (const table of staged) db.exec(`DROP TABLE ${table}`)
    db.exec(`
      UPDATE feed_state SET staging = 0, stage_cursor = NULL;
      ALTER TABLE request ADD COLUMN local_folio TEXT;
      ALTER TABLE request ADD COLUMN command_id TEXT;
      UPDATE request SET local_folio = json_extract(data, '$.localFolio'), command_id = json_extract(data, '$.commandId') WHERE deleted = 0;
      CREATE INDEX request_by_local_folio ON request (local_folio);
      CREATE INDEX request_by_command ON request (command_id);
    `)
  },
}
