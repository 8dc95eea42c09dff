import { z } from 'zod'
import { clerkHere } from './clerk.ts'
import { call, heardBy } from './define.ts'
import { nothing } from './values.ts'

/** `clerkIn`: a clerk has taken the counter; `clerkOut`: the utility has taken a clerk's roles or PIN away. */
export const endReason = z.enum(['finished', 'idle', 'limit', 'freshLoad', 'recovery', 'clerkIn', 'clerkOut'])
export type EndReason = z.infer<typeof endReason>

export const sessionCalls = heardBy('everybody', {
  /** The person touched or typed. `form`: something is being filled in; `accessible`: three times as long. Also answers the warning. */
  'session.activity': call(z.strictObject({ mode: z.enum(['reading', 'form']), accessible: z.boolean() }), nothing),
  'session.end': call(nothing, nothing),
  /** After a `session.ended` that the page did not ask for: what it sends from now on is the next visitor's. Until then every call is not-allowed. */
  'session.started': call(nothing, nothing),
})

export const sessionEvents = {
  /** The session ends by itself after so many seconds: nobody touched for long, or, `final`, nobody may be signed in for longer. */
  'session.warning': z.object({ secondsLeft: z.int(), final: z.boolean() }),
  /** The warning no longer stands although nobody touched: the visitor's paper is moving again. */
  'session.continued': nothing,
  /** Everything of the visitor is gone; the screen goes back to the beginning. `clerk`: whose session begins, where it is a clerk's. */
  'session.ended': z.object({ reason: endReason, clerk: clerkHere.optional() }),
}
