import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Command, CommandReceipt } from '../../shared/utility-api/generated/types.gen.ts'
import * as schemas from '../../shared/utility-api/generated/zod.gen.ts'
import { parseJson } from './json.ts'
import { type Refusal, refusal } from './problem.ts'

/** A command that was accepted, once. */
export interface Received {
  key: string
  command: Command
  receipt: CommandReceipt
}

export type Answer = { ok: true; receipt: CommandReceipt } | { ok: false; problem: Refusal }

/** What an idempotency key says of a command that arrives under it. */
export type Reservation = { kind: 'new' } | { kind: 'in-progress' } | { kind: 'reused' } | { kind: 'replay'; answer: Answer }

/** Takes commands with the idempotency that the specification asks for: bytes are compared, an answer is given again. */
export interface CommandStore {
  /** Reserves a key; only after `new` may `work` be called. */
  reserve(key: string, bytes: Buffer): Reservation
  work(key: string): Answer
  received(): Received[]
  /** Keys older than what the specification promises are forgotten; the commands that came under them are not. */
  forgetKeys(): void
}

/** What is done with an accepted command, and the receipt that it gives. */
export type Effect = (command: Command) => CommandReceipt

const schemaOfKind: Record<Command['kind'], z.ZodType<Command>> = {
  question: schemas.zQuestionCommand,
  claim: schemas.zClaimCommand,
  contact: schemas.zContactCommand,
  reading: schemas.zReadingCommand,
  reconnection: schemas.zReconnectionCommand,
  holderChange: schemas.zHolderChangeCommand,
  invoiceDelivery: schemas.zInvoiceDeliveryCommand,
  contactDetails: schemas.zContactDetailsCommand,
}

/** @param judge why a well-formed command is refused for good, or null */
export function createCommandStore(judge: (command: Command) => Refusal | null, effect: Effect): CommandStore {
  const entries = new Map<string, { bytes: Buffer; answer: Answer | null }>()
  const received: Received[] = []
  const receipts = new Map<string, CommandReceipt>()

  function answerTo(key: string, bytes: Buffer): Answer {
    const read = readCommand(bytes)
    if (!read.ok) return read
    const { command } = read
    if (command.id.toLowerCase() !== key) return { ok: false, problem: refusal(422, 'key-mismatch', 'La clave no es el id del mensaje') }
    const before = receipts.get(command.id)
    if (before) return { ok: true, receipt: before }
    const problem = judge(command)
    if (problem) return { ok: false, problem }
    const receipt = effect(command)
    received.push({ key, command, receipt })
    receipts.set(command.id, receipt)
    return { ok: true, receipt }
  }

  return {
    reserve(key, bytes) {
      const entry = entries.get(key)
      if (!entry) {
        entries.set(key, { bytes, answer: null })
        return { kind: 'new' }
      }
      if (!isDeepStrictEqual(entry.bytes, bytes)) return { kind: 'reused' }
      return entry.answer ? { kind: 'replay', answer: entry.answer } : { kind: 'in-progress' }
    },
    work(key) {
      const entry = entries.get(key)
      if (!entry) throw new Error('a command is worked on whose key was never reserved')
      // A connection that is cut while a replay is answered must not let it be worked on again.
      entry.answer ??= answerTo(key, entry.bytes)
      return entry.answer
    },
    received: () => [...received],
    forgetKeys: () => entries.clear(),
  }
}

function readCommand(bytes: Buffer): { ok: true; command: Command } | { ok: false; problem: Refusal } {
  const message = parseJson(bytes)
  if (message === undefined) return { ok: false, problem: refusal(400, 'bad-json', 'El mensaje no es JSON') }
  const kind = z.object({ kind: z.enum(Object.keys(schemaOfKind) as Command['kind'][]) }).safeParse(message)
  const parsed = kind.success ? schemaOfKind[kind.data.kind].safeParse(message) : kind
  if (!parsed.success) return { ok: false, problem: invalid(parsed.error) }
  return { ok: true, command: parsed.data }
}

function invalid(error: z.ZodError): Refusal {
  const errors = error.issues.map((issue) => ({ pointer: `/${issue.path.join('/')}`, detail: issue.message }))
  return refusal(422, 'invalid-command', 'El mensaje no cumple la especificación', { errors })
}
