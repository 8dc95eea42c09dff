import { createSerialAccess } from '../../waiting.ts'
import type { PrintableDocument, Printer, Submission } from '../printer.ts'
import { statusOnNewLine, statusOnLine, BUSY, type TicketPrinterContext } from './statusQuery.ts'
import { sendTicket, type SentTicket } from './sentTicket.ts'

type TicketPrinterParts = Pick<TicketPrinterContext, 'open' | 'timeouts' | 'clock' | 'log'> & {
  /** Its address. */
  name: string
}

/**
 * A printer that speaks ESC/POS. It keeps no jobs: what it is sent comes out, and nothing calls it back. So it is asked how it is before
 * one byte of a ticket leaves, and the same line is kept until the printer has answered behind the ticket. What that proves is decision 18.
 */
export function createTicketPrinter({ name, ...parts }: TicketPrinterParts): Printer {
  const closed = new AbortController()
  const context: TicketPrinterContext = { ...parts, signal: closed.signal, memory: { hasSpoken: false, nearEnd: false, hasUnprocessed: false } }
  // A printer has one line, and two tickets on it would be one.
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
      // Who asks how it is does not wait until a ticket has gone.
      if (sending) return BUSY
      return serially(() => (sent && !sent.isOver() ? statusOnLine(context, sent.connection) : statusOnNewLine(context)))
    },
    submit(document) {
      sending = true
      return serially(() => submit(document).finally(() => (sending = false)))
    },
    query: (ref) => serially(async () => (sent?.ref === ref ? sent.query() : 'forgotten')),
    // What it was sent lies in its memory, where nothing takes it back.
    cancel: () => Promise.resolve(false),
    close() {
      closed.abort()
      sent?.abandon()
    },
  }
}
