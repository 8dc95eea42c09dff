import type { z } from 'zod'
import type { Audience } from './audience.ts'

/** A call from the renderer: what it sends and what a success answers. */
export interface Call<Q extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  readonly request: Q
  readonly answer: A
}

export const call = <Q extends z.ZodType, A extends z.ZodType>(request: Q, answer: A): Call<Q, A> => ({ request, answer })

/** A call that says who may make it. */
export type HeardCall<C extends Call = Call> = C & { readonly audience: Audience }

/** Says of these calls who may make them. One of whom nobody said it is no part of the contract. */
export function heardBy<Calls extends Record<string, Call>>(audience: Audience, calls: Calls): { [C in keyof Calls]: HeardCall<Calls[C]> } {
  const heard = Object.entries(calls).map(([channel, one]) => [channel, { ...one, audience }])
  // Every call of the object given, and no other.
  return Object.fromEntries(heard) as { [C in keyof Calls]: HeardCall<Calls[C]> }
}
