import type { Migration } from '../migrate.ts'

/**
 * Payments on one's own phone. `id` is the Idempotency-Key and `body` the bytes that are sent under it: both are on the disk before the utility is
 * asked, so that an answer that was lost is asked for again and no second payment is opened. `opening`: no answer that can be used has come yet.
 */
export const onlinePayments: Migration = {
  version: 170,
  name: 'online-payments',
  up(db) {
    db.exec(`
      CREATE TABLE online_payment (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        account_id TEXT NOT NULL,
        bank_id TEXT NOT NULL,
        bank_name TEXT NOT NULL,
        invoices TEXT NOT NULL CHECK (json_valid(invoices)),
        amount INTEGER NOT NULL CHECK (amount > 0),
        body BLOB NOT NULL,
        opened_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('opening', 'refused', 'withdrawn', 'pending', 'paid', 'failed', 'expired')),
        payment_id TEXT,
        reference TEXT,
        checkout_url TEXT,
        expires_at TEXT,
        -- What the utility says was paid, which may be another amount than was asked for.
        paid_amount INTEGER,
        CHECK (state IN ('opening', 'refused', 'withdrawn')
          OR (payment_id IS NOT NULL AND reference IS NOT NULL AND checkout_url IS NOT NULL AND expires_at IS NOT NULL))
      ) STRICT;
      CREATE INDEX online_payment_by_account ON online_payment (account_id, seq);
    `)
  },
}
