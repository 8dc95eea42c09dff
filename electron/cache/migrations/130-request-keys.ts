import { folioKey } from '../../../shared/domain/folio.ts'
import type { Migration } from '../migrate.ts'

/**
 * A request is found by the folio and the command in one spelling, whichever the utility writes. Requests that were stored before have the
 * utility's; those of a load under way too.
 */
export const requestKeys: Migration = {
  version: 130,
  name: 'request-keys',
  up(db) {
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('request', 'stage_request')").pluck().all()
    for (const table of tables) {
      db.exec(`UPDATE ${table} SET command_id = lower(command_id) WHERE command_id <> lower(command_id)`)
      const folios = db.prepare<[], string>(`SELECT DISTINCT local_folio FROM ${table} WHERE local_folio IS NOT NULL`).pluck().all()
      const update = db.prepare(`UPDATE ${table} SET local_folio = ? WHERE local_folio = ?`)
      for (const folio of folios) if (folioKey(folio) !== folio) update.run(folioKey(folio), folio)
    }
  },
}
