import type { FastifyReply } from 'fastify'
import type { Problem } from '../../shared/utility-api/generated/types.gen.ts'

/** A refusal in the form of RFC 9457. */
export type Refusal = Problem & { type: `urn:problem:${string}` }

export function refusal(status: number, name: string, title: string, more: Omit<Problem, 'type' | 'title' | 'status'> = {}): Refusal {
  return { ...more, type: `urn:problem:${name}`, title, status }
}

/** By which a kiosk learns that its own token is no good, and not a customer's session or password. */
const ABOUT_THE_KIOSK = new Set(['urn:problem:invalid-token', 'urn:problem:invalid-client'])

export function sendProblem(reply: FastifyReply, problem: Refusal): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', ABOUT_THE_KIOSK.has(problem.type) ? 'Bearer' : 'Customer-Session')
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}
