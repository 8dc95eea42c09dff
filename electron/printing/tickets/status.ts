import type { Attention, PrinterStatus } from '../../../shared/contract/printing.ts'

/** Real-time questions (DLE EOT n): printer, cause of being offline, cause of an error, paper. Answered at once, whatever is being printed. */
export const realTimeStatusRequests: readonly Uint8Array[] = [1, 2, 3, 4].map((n) => Uint8Array.of(0x10, 0x04, n))

/** Paper sensor (GS r 1): answered after the data before it, and not at all by an offline printer. */
export const queuedStatusRequest = Uint8Array.of(0x1d, 0x72, 0x01)

export interface TicketPrinterStatus extends PrinterStatus {
  /** The roll is nearly empty; the printer still prints. */
  nearEnd: boolean
}

/** Bits of the answers (Epson's reference, DLE EOT), in the order in which a person is told when there are several. */
const causes: readonly (readonly [answer: number, bits: number, attention: Attention])[] = [
  [1, 0x04, 'cover'],
  [2, 0x08, 'jam'], // the cutter
  [3, 0x60, 'paper'],
  [1, 0x20, 'paper'],
  [2, 0x20, 'other'], // cannot recover by itself
  [2, 0x44, 'other'], // an overheated head, or an error that a person must clear
  [1, 0x08, 'paused'], // somebody holds the feed button
]

/** Bits that come beside a cause, or alone from a printer that reports none. */
const unexplained: typeof causes = [
  [1, 0x40, 'other'],
  [0, 0x08, 'paused'],
]

const NEAR_END = 0x0c

/** The status by the answers to the four queries. */
export function statusOf(answers: readonly number[]): TicketPrinterStatus {
  const has = (answer: number, bits: number): boolean => ((answers[answer] ?? 0) & bits) !== 0
  const those = (list: typeof causes): Attention[] => list.filter(([answer, bits]) => has(answer, bits)).map(([, , attention]) => attention)
  const named = those(causes)
  const attention = named.length > 0 ? [...new Set(named)] : those(unexplained).slice(0, 1)
  return { state: attention.length > 0 ? 'attention' : 'ready', attention, nearEnd: has(3, NEAR_END) }
}

/** The kind of one byte from the printer, by the bits that Epson fixes for each kind. */
export type AnswerKind = 'real-time' | 'queued' | 'unsolicited' | 'flow' | 'garbage'

/** `unsolicited` begins a status of four bytes that some printers send by themselves (ASB); `flow` is XON or XOFF. */
export function kindOf(byte: number): AnswerKind {
  if ((byte & 0x93) === 0x12) return 'real-time'
  if (byte === 0x11 || byte === 0x13) return 'flow'
  if ((byte & 0x93) === 0x10) return 'unsolicited'
  return isPaperSensor(byte) ? 'queued' : 'garbage'
}

/** Each sensor has two bits that agree. */
const isPaperSensor = (byte: number): boolean => (byte & 0x90) === 0 && [0x00, 0x03].includes(byte & 0x03) && [0x00, 0x0c].includes(byte & 0x0c)
