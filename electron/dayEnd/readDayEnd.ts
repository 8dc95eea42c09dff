import { createHash } from 'node:crypto'
import { countedDay, type CountedDay, type DaySignature } from '../../shared/contract/dayEnd.ts'
import { hoursOfDay, spanOfDay } from '../../shared/domain/dayHours.ts'
import { readHead, type Head } from '../audit/head.ts'
import { verifyStretch } from '../audit/verify.ts'
import type { ReadableDb } from '../cache/db.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { stretchOfDay } from '../cache/queries/dayAudit.ts'
import { clerkName, firstDayOf } from '../cache/queries/dayRecords.ts'
import { auditedSignatures, signaturesOf, type AuditedSignature, type StoredSignature } from '../cache/queries/daySignatures.ts'
import { momentsOfAudit, momentsOfRecords } from './moments.ts'
import { compareTallies, tally } from './tally.ts'

/** A day as it is counted at one moment, and as it was signed. */
export interface DayReading {
  counted: CountedDay
  /** What is signed, and its digest: SHA-256 in hexadecimal digits. */
  text: string
  digest: string
  /** Of the audit, when this was counted. */
  head: Head | null
  firstDay: string | null
  signatures: DaySignature[]
  /** As the last signature has it. */
  signed: CountedDay | null
}

/** Null before the utility has said which branch this is. For a thread of its own: a busy day takes thousands of look-ups. */
export function readDayEnd(db: ReadableDb, day: string): DayReading | null {
  const branch = readBranch(db)
  if (!branch) return null
  const counted = countDay(db, day, branch.timeZone)
  const text = JSON.stringify(counted)
  return {
    counted,
    text,
    digest: digestOf(text),
    head: readHead(db),
    firstDay: firstDayOf(db, branch.timeZone),
    signatures: describeSignatures(db, day),
    signed: readSigned(signaturesOf(db, day).at(-1)),
  }
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function countDay(db: ReadableDb, day: string, timeZone: string): CountedDay {
  const span = spanOfDay(day, timeZone)
  const by = { hours: hoursOfDay(day, timeZone), nameOf: (clerkId: string) => clerkName(db, clerkId) }
  const audited = momentsOfAudit(db, span)
  // Of what was closed the audit alone tells.
  const closed = audited.filter(({ figure }) => figure === 'closed')
  const tables = tally([...momentsOfRecords(db, span), ...closed], by)
  const stretch = stretchOfDay(db, span)
  return { day, tables, differences: compareTallies(tables, tally(audited, by)), flaw: stretch && verifyStretch(db, stretch) }
}

/** Of a day, in their order: as they are kept, and those of which the audit alone still knows. */
export function describeSignatures(db: ReadableDb, day: string): DaySignature[] {
  const [kept, told] = [signaturesOf(db, day), auditedSignatures(db, day)]
  const lost = told.filter(({ number }) => !kept.some((one) => one.number === number))
  return [...kept.map((one) => describe(one, told)), ...lost.map((one) => describeLost(db, one))].sort((one, other) => one.number - other.number)
}

function describe(kept: StoredSignature, told: readonly AuditedSignature[]): DaySignature {
  const { number, signedAt, clerkId, clerkName: name, figures, digest } = kept
  const isTold = told.some((one) => one.number === number && tellsOf(one, kept))
  return { number, signedAt, clerkId, clerkName: name, digest, intact: isTold && digestOf(figures) === digest }
}

const tellsOf = (told: AuditedSignature, { signedAt, clerkId, digest, auditSeq, auditHash }: StoredSignature): boolean =>
  told.who === `clerk:${clerkId}` && told.at === signedAt && told.digest === digest && told.headSeq === auditSeq && told.headHash === auditHash

function describeLost(db: ReadableDb, { number, at, who, digest }: AuditedSignature): DaySignature {
  const clerkId = who.replace(/^clerk:/u, '')
  return { number, signedAt: at, clerkId, clerkName: clerkName(db, clerkId) ?? clerkId, digest: digest ?? '', intact: false }
}

/** Null for what is no day's figures any more: the signature says that it is not what was signed. */
function readSigned(kept: StoredSignature | undefined): CountedDay | null {
  if (!kept) return null
  return countedDay.safeParse(JSON.parse(kept.figures)).data ?? null
}
