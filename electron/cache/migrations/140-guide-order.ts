import type { Migration } from '../migrate.ts'

/** Frequent questions and places to pay at are chosen by what stands in these indexes: of any number, only those that are shown are read whole. */
export const guideOrder: Migration = {
  version: 140,
  name: 'guide-order',
  up(db) {
    db.exec(`
      CREATE INDEX faq_by_locale ON faq (deleted, lower(data ->> 'locale'), data ->> 'category', data ->> 'position');
      CREATE INDEX pay_place_by_zone ON pay_place (zone_id, deleted, data ->> 'name');
    `)
  },
}
