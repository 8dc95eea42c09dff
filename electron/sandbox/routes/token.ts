import type { FastifyInstance } from 'fastify'
import { refusal, sendProblem } from '../problem.ts'
import type { Tokens } from '../tokens.ts'

export const TOKEN_PATH = '/oauth/token'

/** Client credentials (RFC 6749 §4.4). */
export function tokenRoute(server: FastifyInstance, tokens: Tokens): void {
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(body.toString()))
  })
  server.post(TOKEN_PATH, async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
    const field = (name: string): string => form.get(name) ?? ''
    const token = field('grant_type') === 'client_credentials' ? tokens.issue(field('client_id'), field('client_secret')) : null
    if (!token) return sendProblem(reply, refusal(401, 'invalid-client', 'El kiosko no está dado de alta'))
    return reply.header('cache-control', 'no-store').send({ access_token: token, token_type: 'Bearer', expires_in: tokens.lifetimeSeconds })
  })
}
