import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { date, identifier, instant } from './values.ts'

/** What is counted: filed; jobs and sheets that came out, as far as is known; refused by the utility; refused ones that staff closed. */
export const dayFigures = ['filed', 'jobs', 'sheets', 'refused', 'closed'] as const
export type DayFigure = (typeof dayFigures)[number]

const counts = z.object({ filed: z.int(), jobs: z.int(), sheets: z.int(), refused: z.int(), closed: z.int() } satisfies Record<DayFigure, z.ZodType>)
export type DayCounts = z.infer<typeof counts>

/** `customers`: themselves; `staff`: without having signed in; `clerk:ID`, with the name where it is known. */
const who = z.object({ who: z.string(), name: z.string().nullable() })
/** As the clock on the wall said it, `09:00`. `turn`: which of the two, where clocks went back. */
const hour = z.object({ hour: z.string(), turn: z.union([z.literal(1), z.literal(2)]).nullable() })

export const dayTables = z.object({ total: counts, people: z.array(who.extend({ counts })), hours: z.array(hour.extend({ counts })) })
export type DayTables = z.infer<typeof dayTables>

/** A figure that the records and the audit do not agree about: of somebody, or of an hour. */
export const dayDifference = z.object({
  person: who.nullable(),
  hour: hour.nullable(),
  figure: z.enum(dayFigures),
  records: z.int(),
  audit: z.int(),
})
export type DayDifference = z.infer<typeof dayDifference>

/** The first row of the audit's day that is not what was written, or is missing. */
export const dayFlaw = z.object({ seq: z.int(), flaw: z.enum(['edited', 'deleted', 'inserted', 'reordered', 'truncated', 'miscounted']) })

/** What is counted of a day, and signed: these figures and no others. */
export const countedDay = z.object({ day: date, tables: dayTables, differences: z.array(dayDifference), flaw: dayFlaw.nullable() })
export type CountedDay = z.infer<typeof countedDay>

export const daySignature = z.object({
  number: z.int(),
  signedAt: instant,
  clerkId: identifier,
  clerkName: z.string(),
  /** SHA-256 of what was signed, in hexadecimal digits. */
  digest: z.string(),
  /** What is kept is what was signed, and the audit says so too. Not so of one that is gone, of which the audit alone knows. */
  intact: z.boolean(),
})
export type DaySignature = z.infer<typeof daySignature>

export const dayEnd = countedDay.extend({
  /** The branch's. */
  today: date,
  /** Of which there are records here; null where there are none yet. */
  firstDay: date.nullable(),
  /** Of what is counted now. */
  digest: z.string(),
  /** In their order. */
  signatures: z.array(daySignature),
  /** As the last signature has it; null where nobody has signed. */
  signed: countedDay.nullable(),
})
export type DayEnd = z.infer<typeof dayEnd>

export const dayEndCalls = heardBy('serving', {
  /** Problems: invalid-fields (`day`: not-a-date, date-future), preparing-data. */
  'dayEnd.show': call(z.strictObject({ day: z.string().max(40).nullable() }), dayEnd),
  /**
   * Signs what the digest stands for. Signed by the same clerk already, nothing is added. Problems: those of `dayEnd.show`; day-changed where something else is
   * counted by now; cannot-store; not-found before the first day; not-allowed.
   */
  'dayEnd.sign': call(z.strictObject({ day: date, digest: z.string().regex(/^[0-9a-f]{64}$/) }), dayEnd),
})
