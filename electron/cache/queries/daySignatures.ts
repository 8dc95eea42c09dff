import type { ReadableDb, WritableDb } from '../db.ts'
import { query, statement } from '../statement.ts'

/** A row of `day_signature`. */
export interface StoredSignature {
  day: string
  number: number
  /** RFC 3339. */
  signedAt: string
  clerkId: string
  clerkName: string
  /** `CountedDay`, as it was signed: the digest is of this text. */
  figures: string
  digest: string
  /** The head of the audit at which it was counted. */
  auditSeq: number | null
  auditHash: string | null
}

const SELECT = `SELECT day, number, signed_at AS signedAt, clerk_id AS clerkId, clerk_name AS clerkName, figures, digest,
  audit_seq AS auditSeq, audit_hash AS auditHash FROM day_signature`

/** Of a day, in their order. */
export const signaturesOf = (db: ReadableDb, day: string): StoredSignature[] =>
  query<[string], StoredSignature>(db, `${SELECT} WHERE day = ? ORDER BY number`).all(day)

export const SIGNED_IN_AUDIT = `SELECT subject ->> 'number' AS number, at, who, detail ->> 'digest' AS digest, detail ->> 'headSeq' AS headSeq,
  detail ->> 'headHash' AS headHash FROM audit
  WHERE subject ->> 'day' = ? AND what = 'day.signed'`

/** A row of the audit that tells of a signature. */
export interface AuditedSignature {
  number: number
  /** RFC 3339. */
  at: string
  who: string
  digest: string | null
  headSeq: number | null
  headHash: string | null
}

/** The same as the audit has them. */
export const auditedSignatures = (db: ReadableDb, day: string): AuditedSignature[] =>
  query<[string], Omit<AuditedSignature, 'number'> & { number: string }>(db, SIGNED_IN_AUDIT)
    .all(day)
    .map((row) => ({ ...row, number: Number(row.number) }))

export function insertSignature(db: WritableDb, signature: StoredSignature): void {
  const { day, number, signedAt, clerkId, clerkName, figures, digest, auditSeq, auditHash } = signature
  const sql = `INSERT INTO day_signature (day, number, signed_at, clerk_id, clerk_name, figures, digest, audit_seq, audit_hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  statement(db, sql).run(day, number, signedAt, clerkId, clerkName, figures, digest, auditSeq, auditHash)
}
