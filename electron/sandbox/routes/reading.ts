import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { parseJson } from '../json.ts'
import type { Visit } from '../office/officeParts.ts'
import { done, type Outcome, refused } from '../office/outcome.ts'

export const visitOf = (request: FastifyRequest): Visit => ({
  baseUrl: `${request.protocol}://${request.host}`,
  acceptLanguage: request.headers['accept-language'],
})

/** A body by its schema, or what is wrong with it. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): Outcome<T> {
  const parsed = schema.safeParse(parseJson(body))
  if (parsed.success) return done(parsed.data)
  const errors = parsed.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message }))
  return refused(422, 'invalid-message', 'El mensaje no cumple la especificación', { errors })
}
