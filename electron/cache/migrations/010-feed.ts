import type { Migration } from '../migrate.ts'

/**
 * The cache of the utility's change feed: one table per entity. `data` is the validated whole as JSON, the other columns repeat what
 * queries search by. A tombstone keeps its `rev`, so that a stale upsert stays dead, and nothing else. No foreign keys: the feed's order
 * is arbitrary. Tables with rowids, because ids come in any order and rows are large.
 */
export const feed: Migration = {
  version: 10,
  name: 'feed',
  up(db) {
    for (const [table, columns] of Object.entries(entities)) {
      const own = columns.map((column) => `${column} TEXT,`).join(' ')
      db.exec(`
        CREATE TABLE ${table} (
          id TEXT PRIMARY KEY NOT NULL, rev INTEGER NOT NULL, deleted INTEGER NOT NULL, ${own} data TEXT
        ) STRICT`)
    }
    db.exec(indexes)
    db.exec(bookkeeping)
  },
}

const entities: Record<string, readonly string[]> = {
  zone: [],
  account: ['zone_id', 'number_key', 'check_digit'],
  invoice: ['account_id', 'number_key', 'issued_on'],
  movement: ['account_id', 'posted_on'],
  reading: ['account_id', 'taken_on'],
  agreement: ['account_id'],
  request: ['account_id'],
  payment: ['account_id', 'paid_on'],
  bank: [],
  pay_place: ['zone_id'],
  topic: [],
  faq: [],
  notice: ['account_id'],
  legal_text: ['kind'],
  clerk: [],
}

const indexes = `
  CREATE INDEX invoice_by_number ON invoice (number_key);
  CREATE INDEX invoice_by_account ON invoice (account_id, issued_on);
  CREATE INDEX movement_by_account ON movement (account_id, posted_on);
  CREATE INDEX reading_by_account ON reading (account_id, taken_on);
  CREATE INDEX agreement_by_account ON agreement (account_id);
  CREATE INDEX request_by_account ON request (account_id);
  CREATE INDEX payment_by_account ON payment (account_id, paid_on);
  CREATE INDEX notice_by_account ON notice (account_id);
`

/**
 * `set_aside`: changes that were not what the contract says; never their data. `feed_state`: where the cache stands. While `staging`, a
 * feed that starts from nothing is loaded into `stage_` tables from `stage_cursor` on, and `cursor` is that of the tables still served.
 */
const bookkeeping = `
  CREATE TABLE set_aside (
    entity TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (entity, id)
  ) STRICT;
  CREATE TABLE feed_state (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    origin TEXT,
    cursor TEXT,
    complete INTEGER NOT NULL,
    staging INTEGER NOT NULL,
    stage_cursor TEXT,
    as_of TEXT,
    server_time TEXT,
    changes_applied INTEGER NOT NULL
  ) STRICT;
  INSERT INTO feed_state (only, complete, staging, changes_applied) VALUES (1, 0, 0, 0);
  CREATE TABLE branch (only INTEGER PRIMARY KEY CHECK (only = 1), data TEXT NOT NULL) STRICT;
`
