import { linkAfter, START, type ChainedRow } from '../../audit/chain.ts'
import { query, statement } from '../statement.ts'
import type { WritableDb } from '../db.ts'
import type { Migration } from '../migrate.ts'

/**
 * Each row of the audit bears the hash of the one before it and its own, from the first one on; `audit_head` says how many rows there are and which is the last.
 * A new table, since no column without a default can be added to one that has rows.
 */
export const auditChain: Migration = {
  version: 200,
  name: 'audit-chain',
  up(db) {
    const last = db.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").pluck().get() ?? 0
    db.exec(`
      CREATE TABLE audit_chained (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        what TEXT NOT NULL,
        subject TEXT NOT NULL CHECK (json_valid(subject)),
        printer TEXT,
        outcome TEXT,
        detail TEXT CHECK (json_valid(detail)),
        prev BLOB NOT NULL CHECK (length(prev) = 32),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
      ) STRICT;
    `)
    copyChained(db)
    db.exec(`
      DROP TABLE audit;
      ALTER TABLE audit_chained RENAME TO audit;
      DELETE FROM sqlite_sequence WHERE name = 'audit';
      INSERT INTO sqlite_sequence (name, seq) VALUES ('audit', ${last});
      CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
      CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
      CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
        WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
        BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
      CREATE TABLE audit_head (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        rows INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 32)
      ) STRICT;
      INSERT INTO audit_head (only_row, rows, seq, hash) SELECT 1, (SELECT count(*) FROM audit), seq, hash FROM audit ORDER BY seq DESC LIMIT 1;
    `)
  },
}

/** So many rows are in memory at a time: SQLite writes nothing while rows are still being read. */
const CHUNK = 5_000

type OldRow = { number: number } & ChainedRow

function copyChained(db: WritableDb): void {
  const chunk = query<[number], OldRow>(
    db,
    `SELECT seq AS number, CAST(seq AS TEXT) AS seq, at, who, what, subject, printer, outcome, detail FROM audit WHERE audit.seq > ? ORDER BY audit.seq LIMIT ${CHUNK}`,
  )
  const insert = statement(
    db,
    'INSERT INTO audit_chained (seq, at, who, what, subject, printer, outcome, detail, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  let prev = START
  for (let from = -1; ;) {
    const rows = chunk.all(from)
    for (const { number, ...row } of rows) {
      const hash = linkAfter(prev, row)
      insert.run(number, row.at, row.who, row.what, row.subject, row.printer, row.outcome, row.detail, prev, hash)
      prev = hash
      from = number
    }
    if (rows.length < CHUNK) return
  }
}
