import type { FastifyInstance } from 'fastify'
import { type Archive, digest } from '../archive.ts'
import { refusal, sendProblem } from '../problem.ts'

/** The original of an invoice, with its digest (RFC 9530). */
export function documentsRoute(server: FastifyInstance, archive: Archive): void {
  server.get<{ Params: { invoiceId: string } }>('/v1/invoices/:invoiceId/document', async (request, reply) => {
    const original = await archive.original(request.params.invoiceId)
    if (!original) return sendProblem(reply, refusal(404, 'no-document', 'No se conserva el original de esta factura'))
    const sha256 = digest(original)
    reply.header('etag', `"${sha256}"`).header('repr-digest', `sha-256=:${sha256}:`)
    return reply.type('application/pdf').send(original)
  })
}
