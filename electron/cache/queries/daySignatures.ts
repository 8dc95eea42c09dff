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

export const SIGNED_IN_AUDIT = `SELECT subject ->> 'number' AS number, detail ->> 'digest' AS digest FROM audit
  WHERE subject ->> 'day' = ? AND what = 'day.signed'`

/** The same as the audit has them. */
export const auditedSignatures = (db: ReadableDb, day: string): { number: number; digest: string | null }[] =>
  query<[string], { number: string; digest: string | null }>(db, SIGNED_IN_AUDIT)
    .all(day)
    .map(({ number, digest }) => ({ number: Number(number), digest }))

export function insertSignature(db: WritableDb, signature: StoredSignature): void {
  const { day, number, signedAt, clerkId, clerkName, figures, digest, auditSeq, auditHash } = signature
  const sql = `INSERT INTO day_signature (day, number, signed_at, clerk_id, clerk_name, figures, digest, audit_seq, audit_hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  statement(db, sql).run(day, number, signedAt, clerkId, clerkName, figures, digest, auditSeq, auditHash)
}
