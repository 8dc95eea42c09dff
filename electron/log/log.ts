import { randomUUID } from 'node:crypto'
import { pino, type DestinationStream, type Logger } from 'pino'
import type { RecentLines } from './recent.ts'

export type Log = Logger

/**
 * The log: one JSON object a line, on standard error (standard output belongs to the ready line). Callers log codes, counts and
 * identifiers of ours, never what a customer typed or owns; the redaction below is the second lock on that door. `recent`
 * is given the warnings and errors, redacted like the rest.
 */
export function createLog(destination: DestinationStream = pino.destination(2), recent?: RecentLines): Log {
  const everywhere = recent ? pino.multistream([{ stream: destination }, { level: 'warn', stream: recent.destination }]) : destination
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [
          'number',
          'accountNumber',
          'invoiceNumber',
          'holder',
          'email',
          'phone',
          'address',
          'token',
          'secret',
          '*.token',
          '*.secret',
          '*.email',
          '*.holder',
        ],
        censor: '[redacted]',
      },
      serializers: { err: describeError },
    },
    everywhere,
  )
}

/** Logs a bug under a new id that the screen can show. */
export function logBug(log: Log, where: string, error: unknown): string {
  const incidentId = randomUUID().slice(0, 8)
  log.error({ incidentId, where, err: error }, 'bug')
  return incidentId
}

/** Logs a bug that the page reports. The page is not trusted: only what looks like stack frames of our own files is kept. */
export function logPageBug(log: Log, name: string, stack: string): string {
  const incidentId = randomUUID().slice(0, 8)
  const frames = [...stack.matchAll(/[\w.-]+\.js:\d+:\d+/g)].slice(0, 12).map(([frame]) => frame)
  log.error({ incidentId, where: 'page', type: /^\w{1,40}$/.test(name) ? name : 'Error', stack: frames }, 'bug')
  return incidentId
}

/** Name and stack frames only: an error's message may quote data. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { type: error.name, code, stack: frames.slice(0, 12).map((frame) => frame.trim()) }
}
