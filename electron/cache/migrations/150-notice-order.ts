import type { Migration } from '../migrate.ts'

/** The notices of an account are chosen by what stands in this index: of any number, only those that are shown are read whole. */
export const noticeOrder: Migration = {
  version: 150,
  name: 'notice-order',
  up(db) {
    db.exec(`CREATE INDEX notice_by_account_and_day ON notice (account_id, deleted, data ->> 'validFrom', data ->> 'validTo')`)
  },
}
