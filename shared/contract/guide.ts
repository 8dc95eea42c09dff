import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { payPlace } from './payment.ts'
import { identifier } from './values.ts'

export const LONGEST_SEARCH = 100

/** Without its answer, which may be long: that is asked for once the question is opened. */
export const question = z.object({
  id: identifier,
  locale: z.string(),
  category: z.string(),
  question: z.string(),
})
export type Question = z.infer<typeof question>

/** A place where people pay in person. */
export const office = z.object({ id: identifier, name: z.string(), address: z.string(), hours: z.string().nullable() })
export type Office = z.infer<typeof office>

export const guideCalls = heardBy('served', {
  /**
   * The frequent questions in the language that suits best. With nothing to search for, all of them by category; else those that were found, the
   * best first. In the words of the zone of `accountId`; without one, of the branch's own. Problems: not-allowed, preparing-data.
   */
  'guide.questions': call(
    z.strictObject({ language: z.string().max(20), search: z.string().max(LONGEST_SEARCH), accountId: identifier.nullable() }),
    z.object({ search: z.string(), questions: z.array(question) }),
  ),
  /** CommonMark without HTML. Problems: not-found, where the utility has withdrawn it meanwhile. */
  'guide.answer': call(z.strictObject({ id: identifier }), z.object({ id: identifier, answer: z.string() })),
  /** `banks`: where a slip is taken besides. Problems: preparing-data. */
  'guide.payPlaces': call(
    z.strictObject({ zoneId: identifier }),
    z.object({ zoneId: identifier, offices: z.array(office), banks: z.array(payPlace.omit({ bars: true, online: true })) }),
  ),
})
