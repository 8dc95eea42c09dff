/** Milliseconds. */
export interface TicketTimeouts {
  /** Until a line stands. A printer that refuses may be serving another till for a moment: it is tried again for as long. */
  connect: number
  /** For the answer to one question about its state. */
  answer: number
  /** Without the printer taking one more kilobyte: it prints as it reads, so that a long ticket takes its time. */
  take: number
  /** A printer that never says how it is gets so long to answer behind the ticket; then the person is asked. */
  mute: number
  /** A printer that says that all is well, and not that it has worked off the ticket. */
  unconfirmed: number
  /** Nobody asks for the ticket any more: its line is given up, for others to use. */
  idle: number
}

export const ticketTimeouts: TicketTimeouts = {
  connect: 3_000,
  answer: 1_000,
  take: 10_000,
  mute: 4_000,
  unconfirmed: 20_000,
  idle: 30_000,
}
