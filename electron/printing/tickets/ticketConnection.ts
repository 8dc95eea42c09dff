import type { Clock } from '../../clock.ts'
import type { Line } from './line.ts'
import { kindOf, statusOf, realTimeStatusRequests, queuedStatusRequest, type TicketPrinterStatus } from './status.ts'
import type { TicketTimeouts } from './timeouts.ts'

/** `mute`: no answer in time; `unrecognised`: it says what no printer says; `down`: the line is gone. */
type Silence = 'mute' | 'unrecognised' | 'down'
export type StatusResponse = { kind: 'status'; status: TicketPrinterStatus } | { kind: Silence }

/** One conversation with a printer over one line. */
export interface Connection {
  queryStatus(): Promise<StatusResponse>
  /** Whether all that was sent on earlier lines is processed, so that no late answer to it is taken for an answer about the next ticket. */
  flush(): Promise<boolean>
  /** Sends a ticket, and behind it the request that is answered once the ticket is processed. False: nobody knows how much was taken. */
  send(ticket: Uint8Array): Promise<boolean>
  /** The question behind the ticket was answered, as far as it has been listened to. */
  isProcessed(): boolean
  close(): void
}

interface ConnectionParts {
  line: Line
  timeouts: TicketTimeouts
  clock: Clock
  /** Breaks the connection off. */
  signal: AbortSignal
  /** What was sent on an earlier line may not be processed: its answer may come on this one, at any moment. */
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
      // What comes late belongs to a question that was given up.
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

/** What has come in and was not asked for yet. */
interface Received {
  realTime: number[]
  queued: number
  /** So many answers in order, for so many questions. */
  expectedQueued: number
  /** Bytes that still belong to a status that nobody asked for. */
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

/** How many come before it is quiet; 0 when the line breaks. */
async function queuedAnswers(line: Line, received: Received, { answer, quiet }: TicketTimeouts): Promise<number> {
  for (let before = 0, patience = answer; ; before = received.queued, patience = quiet) {
    if (!(await listen(line, received, patience)) || received.unrecognised) return 0
    if (received.queued === before) return before
  }
}

/** False when the line is down. */
async function listen(line: Line, received: Received, patience: number): Promise<boolean> {
  const bytes = await line.receive(patience)
  for (const byte of bytes ?? []) take(received, byte)
  // An answer to what was not asked is none.
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
