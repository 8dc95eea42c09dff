import type { DayEnd } from '../../shared/contract/dayEnd.ts'
import type { HandlersOf } from '../../shared/contract/index.ts'
import { date } from '../../shared/contract/values.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit/audit.ts'
import type { WritableDb } from '../cache/db.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { firstDayOf } from '../cache/queries/dayRecords.ts'
import { auditedSignatures, insertSignature } from '../cache/queries/daySignatures.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import { describeSignatures, type DayReading } from '../dayEnd/readDayEnd.ts'
import type { Records } from '../documents/records/records.ts'
import { storing } from '../faults.ts'
import { auditName } from '../session/actor.ts'
import type { Counter } from '../session/counter.ts'
import { actorOf, type Clerk } from '../session/person.ts'

interface DayEndParts {
  db: WritableDb
  clock: Clock
  audit: Audit
  counter: Pick<Counter, 'current' | 'isLate'>
  records: Pick<Records, 'day'>
}

/** What this kiosk did on a day of its branch, counted twice, and the signature of whoever closes it. */
export function createDayEndService(parts: DayEndParts) {
  return {
    'dayEnd.show': async ({ day }) => {
      const asked = askedDay(parts, day)
      return asked.ok ? show(parts, asked.value) : asked
    },
    'dayEnd.sign': async ({ day, digest }) => {
      const asked = askedDay(parts, day)
      if (!asked.ok) return asked
      if (asked.value.firstDay === null || day < asked.value.firstDay) return failure({ code: 'not-found' })
      const reading = await parts.records.day(day)
      if (!reading) return failure({ code: 'preparing-data' })
      if (reading.digest !== digest) return failure({ code: 'day-changed' })
      const { person } = parts.counter.current()
      // Whoever has come meanwhile did not ask for it.
      if (parts.counter.isLate() || person.kind !== 'clerk' || person.isLocked) return failure({ code: 'not-allowed' })
      const signed = storing(() => success(inTransaction(parts.db, () => sign(parts, person, reading))))
      return signed.ok ? show(parts, asked.value) : signed
    },
  } satisfies HandlersOf<'dayEnd'>
}

interface AskedDay {
  day: string
  today: string
  firstDay: string | null
}

/** Nobody means a day before it: a year of two digits, or the 1 that software writes where it has no date. */
const EARLIEST = '1900-01-01'

/** No day that has not come yet; null is today. */
function askedDay({ db, clock }: Pick<DayEndParts, 'db' | 'clock'>, day: string | null): Result<AskedDay> {
  const branch = readBranch(db)
  if (!branch) return failure({ code: 'preparing-data' })
  const today = businessDate(clock.now(), branch.timeZone)
  const firstDay = firstDayOf(db, branch.timeZone)
  if (day === null) return success({ day: today, today, firstDay })
  if (!date.safeParse(day).success || day < EARLIEST) return failure({ code: 'invalid-fields', fields: [{ field: 'day', problem: 'not-a-date' }] })
  if (day > today) return failure({ code: 'invalid-fields', fields: [{ field: 'day', problem: 'date-future', day: today }] })
  return success({ day, today, firstDay })
}

async function show({ records }: Pick<DayEndParts, 'records'>, { day, today }: AskedDay): Promise<Result<DayEnd>> {
  const reading = await records.day(day)
  if (!reading) return failure({ code: 'preparing-data' })
  const { counted, digest, firstDay, signatures, signed } = reading
  return success({ ...counted, today, firstDay, digest, signatures, signed })
}

/** In the caller's transaction. The number is beyond any that the audit knows too, should a recovery have lost a signature. */
function sign({ db, audit }: DayEndParts, clerk: Clerk, { counted, text, digest, head }: DayReading): void {
  const { day } = counted
  const { clerkId, name: clerkName } = clerk
  const before = describeSignatures(db, day)
  const last = before.at(-1)
  // Two touches sign once. What is not what was signed counts for nothing.
  if (last?.intact && last.digest === digest && last.clerkId === clerkId) return
  const number = 1 + Math.max(0, ...before.map((one) => one.number))
  const detail = { digest, ...(head && { headSeq: head.seq, headHash: head.hash }) }
  audit.record({ who: auditName(actorOf(clerk)), what: 'day.signed', subject: { day, number: String(number) }, outcome: 'signed', detail })
  // Both say the same time, to the millisecond: by it an edited one is found.
  const told = auditedSignatures(db, day).find((one) => one.number === number)
  if (!told) throw new Error('the audit does not tell of the signature')
  const [auditSeq, auditHash] = [head?.seq ?? null, head?.hash ?? null]
  insertSignature(db, { day, number, signedAt: told.at, clerkId, clerkName, figures: text, digest, auditSeq, auditHash })
}
