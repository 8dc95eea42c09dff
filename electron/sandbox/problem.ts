import type { FastifyReply } from 'fastify'
import type { Problem } from '../../shared/utility-api/generated/types.gen.ts'

/** A refusal in the form of RFC 9457. */
export type Refusal = Problem & { type: `urn:problem:${string}` }

export function refusal(status: number, name: string, title: string, more: Pick<Problem, 'detail' | 'errors'> = {}): Refusal {
  return { ...more, type: `urn:problem:${name}`, title, status }
}

export function sendProblem(reply: FastifyReply, problem: Refusal): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}
