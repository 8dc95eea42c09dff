import { createSerialAccess } from '../../waiting.ts'
import type { PrintableDocument, Printer, Submission } from '../printer.ts'
import { statusOnNewLine, statusOnLine, BUSY, type TicketPrinterContext } from './statusQuery.ts'
import { sendTicket, type SentTicket } from './sentTicket.ts'

type TicketPrinterParts = Pick<TicketPrinterContext, 'open' | 'timeouts' | 'clock' | 'log'> & {
  /** Its address. */
  name: string
}

/**
 * An ESC/POS printer. It keeps no jobs: what was sent comes out and cannot be cancelled. So its status is queried before the first byte of a
 * ticket is sent, and the connection is kept until the printer has answered the query after the ticket. Decision 18 says what that proves.
 */
export function createTicketPrinter({ name, ...parts }: TicketPrinterParts): Printer {
  const closed = new AbortController()
  const context: TicketPrinterContext = { ...parts, signal: closed.signal, memory: { hasSpoken: false, nearEnd: false, hasUnprocessed: false } }
  // A printer serves one connection; two tickets on it would be mixed.
  const serially = createSerialAccess()
  let sent: SentTicket | null = null
  let sending = false

  async function submit(document: PrintableDocument): Promise<Submission> {
    sent?.abandon()
    const done = await sendTicket(context, document)
    if ('outcome' in done) return done
    sent = done
    return { outcome: 'accepted', ref: done.ref }
  }
  return {
    kind: 'ticket',
    name,
    async status() {
      // A status query does not wait for a ticket that is being sent.
      if (sending) return BUSY
      return serially(() => (sent && !sent.isOver() ? statusOnLine(context, sent.connection) : statusOnNewLine(context)))
    },
    submit(document) {
      sending = true
      return serially(() => submit(document).finally(() => (sending = false)))
    },
    query: (ref) => serially(async () => (sent?.ref === ref ? sent.query() : 'forgotten')),
    // What was sent is in the printer's memory and cannot be cancelled.
    cancel: () => Promise.resolve(false),
    close() {
      closed.abort()
      sent?.abandon()
    },
  }
}
