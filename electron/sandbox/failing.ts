import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Fault, Faults } from './faults.ts'
import { parseJson } from './json.ts'
import { refusal, sendProblem } from './problem.ts'

const PORTAL = '<!doctype html><html lang="es"><title>Bienvenido a la red</title><body><h1>Acepte las condiciones</h1></body></html>'

/** Makes a server fail as its faults say. Installed before anything else, so that a failing server does not ask for a token either. */
export function installFaults(server: FastifyInstance, faults: Faults): void {
  const met = new WeakMap<FastifyRequest, Fault>()

  server.addHook('onRequest', async (request, reply) => {
    const fault = faults.take(request.url.split('?')[0] ?? '')
    if (!fault) return
    met.set(request, fault)
    await failAtOnce(fault, request, reply)
  })

  server.addHook('preHandler', async (request) => {
    const fault = met.get(request)
    if (fault?.kind !== 'slow') return
    if (fault.delayMilliseconds) await wait(fault.delayMilliseconds)
    await fault.until
  })

  server.addHook('onSend', async (request, reply, payload) => {
    const fault = met.get(request)
    if (!fault) return payload
    // Also what has no body: the work is done all the same.
    if (fault.kind === 'lostReply') request.raw.socket.destroy()
    if (!(typeof payload === 'string' || Buffer.isBuffer(payload))) return payload
    return spoil(fault, reply, Buffer.from(payload))
  })
}

async function failAtOnce(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  switch (fault.kind) {
    case 'down':
      reply.hijack()
      request.raw.socket.destroy()
      return
    case 'status':
      if (fault.retryAfter !== undefined) reply.header('retry-after', fault.retryAfter)
      await sendProblem(reply, refusal(fault.status ?? 503, fault.problem ?? 'unavailable', 'El servicio no está disponible', errorsOf(fault)))
      return
    case 'garbage':
      await reply.type('text/html; charset=utf-8').send(PORTAL)
      return
    case 'slow':
    case 'truncated':
    case 'lostReply':
    case 'otherShape':
  }
}

const errorsOf = ({ errors }: Fault) => (errors ? { errors } : {})

function spoil(fault: Fault, reply: FastifyReply, body: Buffer): Buffer | Readable {
  switch (fault.kind) {
    case 'otherShape':
      return otherShape(body)
    case 'truncated':
      return fault.endsProperly ? half(body) : cutInHalf(reply, body)
    case 'slow':
      return fault.dripBytes ? Readable.from(drip(body, fault.dripBytes, fault.dripMilliseconds ?? 0)) : body
    case 'down':
    case 'status':
    case 'garbage':
    case 'lostReply':
      return body
  }
}

/** Every property of the answer, each as something else than it is. */
function otherShape(body: Buffer): Buffer {
  const properties = z.record(z.string(), z.unknown()).catch({}).parse(parseJson(body))
  const changed = Object.entries(properties).map(([name, value]) => [name, typeof value === 'string' ? { value } : 'no es esto'])
  return Buffer.from(JSON.stringify(Object.fromEntries(changed)))
}

const half = (body: Buffer): Buffer => body.subarray(0, Math.floor(body.length / 2))

/** Promises the whole length and breaks off in the middle. */
function cutInHalf(reply: FastifyReply, body: Buffer): Readable {
  reply.header('content-length', body.length)
  const pieces = async function* (): AsyncGenerator<Buffer> {
    yield half(body)
    // Without a pass of the event loop the piece would never leave before the connection is cut.
    await wait(1)
    throw new Error('cut in half on purpose')
  }
  return Readable.from(pieces())
}

async function* drip(body: Buffer, bytes: number, milliseconds: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += bytes) {
    yield body.subarray(at, at + bytes)
    await wait(milliseconds)
  }
}
