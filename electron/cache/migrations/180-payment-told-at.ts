import type { Migration } from '../migrate.ts'

/** When the utility last answered about a payment: until now nothing later than its opening is known. */
export const paymentToldAt: Migration = {
  version: 180,
  name: 'payment-told-at',
  up(db) {
    db.exec(`
      ALTER TABLE online_payment ADD COLUMN told_at TEXT;
      UPDATE online_payment SET told_at = opened_at WHERE payment_id IS NOT NULL;
    `)
  },
}
