/** Milliseconds. */
export interface TicketTimeouts {
  /** Until a line stands. */
  connect: number
  /** A printer that refuses a line, or drops it at once, may be serving another till, or still putting away our last: it is tried again. */
  occupied: number
  /** For the answer to one question about its state. */
  answer: number
  /** Without another word, after which an answer is taken for the last. */
  quiet: number
  /** Without the printer taking one more kilobyte: it prints as it reads, so that a long ticket takes its time. */
  take: number
  /** A printer that never says how it is gets so long to answer behind the ticket; then the person is asked. */
  mute: number
  /** A printer that says that all is well, and not that it has processed the ticket. */
  unconfirmed: number
  /** Nobody asks for the ticket any more: its line is given up, for others to use. */
  idle: number
}

export const ticketTimeouts: TicketTimeouts = {
  connect: 3_000,
  occupied: 1_500,
  answer: 1_000,
  quiet: 150,
  take: 10_000,
  mute: 4_000,
  unconfirmed: 20_000,
  idle: 30_000,
}
