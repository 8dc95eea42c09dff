import { fiscalKeyOf, paymentKeyOf } from '../../../shared/domain/invoiceCodes.ts'
import type { Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Migration } from '../migrate.ts'

/**
 * An invoice is found by what its bars and its QR carry. Those that were stored before get both keys, those of a load under way too. Few rows have
 * no key, and rows without one take no room in the indexes.
 */
export const invoiceCodes: Migration = {
  version: 160,
  name: 'invoice-codes',
  up(db) {
    db.function('payment_key', (data) => paymentKeyOf(JSON.parse(String(data)) as Invoice))
    db.function('fiscal_key', (data) => fiscalKeyOf(JSON.parse(String(data)) as Invoice))
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('invoice', 'stage_invoice')").pluck().all()
    for (const table of tables) {
      db.exec(`
        ALTER TABLE ${table} ADD COLUMN payment_key TEXT;
        ALTER TABLE ${table} ADD COLUMN fiscal_key TEXT;
        UPDATE ${table} SET payment_key = payment_key(data), fiscal_key = fiscal_key(data) WHERE deleted = 0;
      `)
    }
    db.exec(`
      CREATE INDEX invoice_by_payment_key ON invoice (payment_key) WHERE payment_key IS NOT NULL;
      CREATE INDEX invoice_by_fiscal_key ON invoice (fiscal_key) WHERE fiscal_key IS NOT NULL;
    `)
  },
}
