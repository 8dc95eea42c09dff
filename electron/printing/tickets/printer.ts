import type { PrintableDocument, Printer, Submission } from '../printer.ts'
import { askAnew, askOn, BUSY, type Asked } from './statusQuery.ts'
import { handTicket, type Handed } from './sentTicket.ts'

type TicketPrinterParts = Pick<Asked, 'open' | 'timeouts' | 'clock' | 'log'> & {
  /** Its address. */
  name: string
}

/**
 * A printer that speaks ESC/POS. It keeps no jobs: what it is sent comes out, and nothing calls it back. So it is asked how it is before
 * one byte of a ticket leaves, and the same line is kept until the printer has answered behind the ticket. What that proves is decision 18.
 */
export function createTicketPrinter({ name, ...parts }: TicketPrinterParts): Printer {
  const closed = new AbortController()
  const asked: Asked = { ...parts, signal: closed.signal, memory: { hasSpoken: false, nearEnd: false, unsettled: false } }
  const alone = createSerialAccess()
  let handed: Handed | null = null
  let handing = false

  async function submit(document: PrintableDocument): Promise<Submission> {
    handed?.letGo()
    const done = await handTicket(asked, document)
    if ('outcome' in done) return done
    handed = done
    return { outcome: 'accepted', ref: done.ref }
  }
  return {
    kind: 'ticket',
    name,
    async status() {
      // Who asks how it is does not wait until a ticket has gone.
      if (handing) return BUSY
      return alone(() => (handed && !handed.isOver() ? askOn(asked, handed.talk) : askAnew(asked)))
    },
    submit(document) {
      handing = true
      return alone(() => submit(document).finally(() => (handing = false)))
    },
    query: (ref) => alone(async () => (handed?.ref === ref ? handed.query() : 'forgotten')),
    // What it was sent lies in its memory, where nothing takes it back.
    cancel: () => Promise.resolve(false),
    close() {
      closed.abort()
      handed?.letGo()
    },
  }
}

/** One at a time: a printer has one line, and two tickets on it would be one. */
function createSerialAccess() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}
