import type { Clock } from '../../clock.ts'
import type { Line } from './line.ts'
import { kindOf, statusOf, realTimeStatusRequests, queuedStatusRequest, type TicketPrinterStatus } from './status.ts'
import type { TicketTimeouts } from './timeouts.ts'

/** `mute`: no answer in time; `unrecognised`: bytes that are no answer of a printer; `down`: the connection is closed. */
type Silence = 'mute' | 'unrecognised' | 'down'
export type StatusResponse = { kind: 'status'; status: TicketPrinterStatus } | { kind: Silence }

/** Queries and tickets over one connection to a printer. */
export interface Connection {
  queryStatus(): Promise<StatusResponse>
  /** Whether everything sent on earlier connections is processed, so that no late answer to it can be taken for one about the next ticket. */
  flush(): Promise<boolean>
  /** Sends a ticket and after it a query that is answered once the ticket is processed. False: how much was accepted is unknown. */
  send(ticket: Uint8Array): Promise<boolean>
  /** The query after the ticket has been answered, by what was read so far. */
  isProcessed(): boolean
  close(): void
}

interface ConnectionParts {
  line: Line
  timeouts: TicketTimeouts
  clock: Clock
  /** Closes the connection. */
  signal: AbortSignal
  /** A ticket sent on an earlier connection may not be processed yet: its answer may come on this one at any moment. */
  hasUnprocessed: boolean
}

export function createConnection({ line, timeouts, clock, signal, hasUnprocessed }: ConnectionParts): Connection {
  const close = (): void => {
    signal.removeEventListener('abort', close)
    line.close()
  }
  signal.addEventListener('abort', close)
  let earlier = hasUnprocessed ? Infinity : 0
  const received: Received = { realTime: [], queued: 0, expectedQueued: earlier, unsolicited: 0, unrecognised: false }

  return {
    async queryStatus() {
      await listen(line, received, 0)
      // Bytes that are here already answer a query that was given up.
      received.realTime.length = 0
      const answers: number[] = []
      for (const question of realTimeStatusRequests) {
        const answer = (await line.send(question, timeouts.answer)) ? await nextAnswer(line, received, timeouts.answer, clock) : 'down'
        if (typeof answer === 'string') return { kind: answer }
        answers.push(answer)
      }
      return { kind: 'status', status: statusOf(answers) }
    },
    async flush() {
      received.expectedQueued = Infinity
      if (!(await line.send(queuedStatusRequest, timeouts.answer))) return false
      const answers = await queuedAnswers(line, received, timeouts)
      received.queued = 0
      if (answers > 0) earlier = 0
      return answers > 0
    },
    send(ticket) {
      received.expectedQueued = earlier + 1
      return line.send(Buffer.concat([ticket, queuedStatusRequest]), timeouts.take)
    },
    isProcessed: () => received.queued === 1 && !received.unrecognised,
    close,
  }
}

/** Answers received and not yet used. */
interface Received {
  realTime: number[]
  queued: number
  /** How many answers to queued queries may come. */
  expectedQueued: number
  /** How many bytes of an unsolicited status are still to come. */
  unsolicited: number
  unrecognised: boolean
}

async function nextAnswer(line: Line, received: Received, patience: number, clock: Clock): Promise<number | Silence> {
  for (const start = clock.elapsed(); ;) {
    const left = patience - (clock.elapsed() - start)
    const stands = await listen(line, received, Math.max(left, 0))
    const answer = received.realTime.shift()
    if (received.unrecognised) return 'unrecognised'
    if (answer !== undefined) return answer
    if (!stands) return 'down'
    if (left <= 0) return 'mute'
  }
}

/** How many answers come before the silence; 0 when the connection breaks. */
async function queuedAnswers(line: Line, received: Received, { answer, quiet }: TicketTimeouts): Promise<number> {
  for (let before = 0, patience = answer; ; before = received.queued, patience = quiet) {
    if (!(await listen(line, received, patience)) || received.unrecognised) return 0
    if (received.queued === before) return before
  }
}

/** False when the connection is closed. */
async function listen(line: Line, received: Received, patience: number): Promise<boolean> {
  const bytes = await line.receive(patience)
  for (const byte of bytes ?? []) take(received, byte)
  // More answers than queries: whatever sends them is no printer.
  if (received.queued > received.expectedQueued) received.unrecognised = true
  return bytes !== null
}

function take(received: Received, byte: number): void {
  if (received.unsolicited > 0) {
    received.unsolicited--
    return
  }
  const kind = kindOf(byte)
  if (kind === 'real-time') received.realTime.push(byte)
  else if (kind === 'queued') received.queued++
  else if (kind === 'unsolicited') received.unsolicited = 3
  else if (kind === 'garbage') received.unrecognised = true
}
