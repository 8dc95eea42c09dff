import type { z } from 'zod'

/** A call from the renderer: what it sends and what a success answers. */
export interface Call<Q extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  readonly request: Q
  readonly answer: A
}

export const call = <Q extends z.ZodType, A extends z.ZodType>(request: Q, answer: A): Call<Q, A> => ({ request, answer })
