import type { FastifyReply } from 'fastify'
import type { Problem } from '../../../shared/utility-api/generated/types.gen.ts'
import { type Refusal, refusal, sendProblem } from '../problem.ts'

export interface Refused {
  ok: false
  problem: Refusal
  /** Not final: the same may be asked again after so many seconds. */
  retryAfterSeconds?: number
}

/** What the online office answers. */
export type Outcome<T> = { ok: true; value: T } | Refused

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refused = (status: number, name: string, title: string, more: Omit<Problem, 'type' | 'title' | 'status'> = {}): Refused => ({
  ok: false,
  problem: refusal(status, name, title, more),
})

export const tooMany = (retryAfterSeconds: number): Refused => ({
  ...refused(429, 'too-many-requests', 'Demasiados intentos: espere un momento'),
  retryAfterSeconds,
})

/** @param status of a good answer; 204 has no body */
export function sendOutcome(reply: FastifyReply, outcome: Outcome<unknown>, status: 200 | 201 | 202 | 204): FastifyReply {
  if (outcome.ok) return status === 204 ? reply.code(204).send() : reply.code(status).send(outcome.value)
  if (outcome.retryAfterSeconds !== undefined) reply.header('retry-after', String(outcome.retryAfterSeconds))
  return sendProblem(reply, outcome.problem)
}
