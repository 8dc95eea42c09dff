/** Milliseconds. */
export interface TicketTimeouts {
  /** Until a connection is open. */
  connect: number
  /** How long to try again a printer that refuses or drops the connection: it may serve another till, or not have closed our last one yet. */
  occupied: number
  /** Until a status query is answered. */
  answer: number
  /** Silence after which no further answer is expected. */
  quiet: number
  /** Without the printer accepting another kilobyte; it reads as slowly as it prints. */
  take: number
  /** Until a printer that never answers status queries answers the query after the ticket; then the person is asked. */
  mute: number
  /** Until a printer without any need confirms that it has processed the ticket. */
  unconfirmed: number
  /** Until the connection of a ticket that is queried no more is closed, so that others can use the printer. */
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
