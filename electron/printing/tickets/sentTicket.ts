import type { PrintableDocument, PrinterJob, Submission } from '../printer.ts'
import { queryStatus, connectWhenReady, type TicketPrinterContext } from './statusQuery.ts'
import type { Connection, StatusResponse } from './ticketConnection.ts'

/** A ticket that was sent completely, and the connection on which it is confirmed. */
export interface SentTicket {
  readonly ref: string
  readonly connection: Connection
  /** The state of the ticket, by the answers of its printer. */
  query(): Promise<PrinterJob>
  isOver(): boolean
  /** The ticket is not followed any more. */
  abandon(): void
}

/** Sends a ticket when the printer needs nothing; else answers why not. */
export async function sendTicket(context: TicketPrinterContext, { bytes, title }: PrintableDocument): Promise<SentTicket | Submission> {
  const { memory, signal } = context
  const ready = await connectWhenReady(context)
  if ('outcome' in ready) return ready
  const { connection } = ready
  if (memory.hasUnprocessed) memory.hasUnprocessed = !(await connection.flush())
  if (signal.aborted) return { outcome: 'unreachable' }
  const canTell = !memory.hasUnprocessed
  if (await connection.send(bytes)) return followTicket(context, { ref: title, connection, canTell })
  connection.close()
  memory.hasUnprocessed = true
  return { outcome: 'unclear' }
}

/**
 * Keeps the connection as long as the ticket is queried, then closes it, so that others can use the printer. `canTell`: the next answer is about
 * this ticket and not about an earlier one.
 */
function followTicket(context: TicketPrinterContext, { ref, connection, canTell }: { ref: string; connection: Connection; canTell: boolean }): SentTicket {
  const { clock, timeouts, memory } = context
  const since = { sent: clock.elapsed(), wanting: clock.elapsed() }
  let ending: PrinterJob | null = null
  const end = (how: PrinterJob): PrinterJob => {
    forget()
    connection.close()
    if (ending === null && how !== 'completed') memory.hasUnprocessed = true
    return (ending ??= how)
  }
  const untilIdle = (): (() => void) => clock.after(timeouts.idle, () => end('aborted'))
  let forget = untilIdle()

  return {
    ref,
    connection,
    async query() {
      if (ending) return ending
      forget()
      const now = judge(await queryStatus(context, connection), canTell && connection.isProcessed, since, context)
      if (now === 'completed' || now === 'aborted') return end(now)
      forget = untilIdle()
      return now
    },
    isOver: () => ending !== null,
    abandon: () => void end('aborted'),
  }
}

/** `wanting`: when the printer last needed something. */
interface Since {
  sent: number
  wanting: number
}

/** A ticket has certainly come out only when it was processed by a printer that needs nothing. */
function judge(response: StatusResponse, isProcessed: false | (() => boolean), since: Since, { clock, timeouts, memory }: TicketPrinterContext): PrinterJob {
  const now = clock.elapsed()
  switch (response.kind) {
    case 'down':
    case 'unrecognised':
      return 'aborted'
    case 'mute':
      if (memory.hasSpoken) return 'unreachable'
      return now - since.sent >= timeouts.mute ? 'aborted' : 'processing'
    case 'status':
      if (response.status.attention.length > 0) {
        since.wanting = now
        return 'stopped'
      }
      if (isProcessed && isProcessed()) return 'completed'
      return now - since.wanting >= timeouts.unconfirmed ? 'aborted' : 'processing'
  }
}
