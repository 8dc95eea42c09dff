import type { PrinterStatus } from '../../../shared/contract/printing.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log/log.ts'
import { sleep } from '../../waiting.ts'
import type { Submission } from '../printer.ts'
import { SHORT_REST, type NoLine, type OpenLine } from './line.ts'
import { createConnection, type Connection, type StatusResponse } from './ticketConnection.ts'
import type { TicketTimeouts } from './timeouts.ts'

/** A printer, and what is remembered of it. */
export interface TicketPrinterContext {
  open: OpenLine
  timeouts: TicketTimeouts
  clock: Clock
  log: Log
  /** Aborted when the printer is closed. */
  signal: AbortSignal
  memory: {
    /** It has answered before: silence is then a sign of trouble, and not its way. */
    hasSpoken: boolean
    nearEnd: boolean
    /** A ticket was given up before the printer had processed it, as far as it told. */
    hasUnprocessed: boolean
  }
}

const OFFLINE: PrinterStatus = { state: 'offline', attention: ['offline'] }
export const BUSY: PrinterStatus = { state: 'busy', attention: [] }

/** Asks how it is, and remembers. */
export async function queryStatus({ memory, log, signal }: TicketPrinterContext, connection: Connection): Promise<StatusResponse> {
  const response = await connection.queryStatus()
  if (signal.aborted) return { kind: 'down' }
  if (response.kind === 'status') {
    if (response.status.nearEnd && !memory.nearEnd) log.warn({ code: 'near-end' }, 'ticket printer nearly out of paper')
    memory.hasSpoken = true
    memory.nearEnd = response.status.nearEnd
  }
  if (response.kind === 'unrecognised') log.warn({ code: 'unrecognised' }, 'ticket printer sent unrecognised status bytes')
  return response
}

type Connected = { connection: Connection; response: StatusResponse } | 'unreachable' | 'busy'

/** A line on which it was asked how it is. One that is refused, or dropped without a word, is tried again for a while. */
async function connect(context: TicketPrinterContext): Promise<Connected> {
  const { timeouts, clock, signal } = context
  for (const start = clock.elapsed(); ; await sleep(clock, SHORT_REST)) {
    const connected = await connectOnce(context)
    if (typeof connected === 'object' || connected === 'unreachable') return connected
    if (signal.aborted) return 'unreachable'
    if (clock.elapsed() - start >= timeouts.occupied) return connected === 'busy' ? 'busy' : 'unreachable'
  }
}

async function connectOnce(context: TicketPrinterContext): Promise<Exclude<Connected, string> | NoLine> {
  const { open, timeouts, clock, signal, memory } = context
  const line = await open({ patience: timeouts.connect, signal })
  if (typeof line === 'string') return line
  const connection = createConnection({ line, timeouts, clock, signal, hasUnprocessed: memory.hasUnprocessed })
  const response = await queryStatus(context, connection)
  if (response.kind !== 'down') return { connection, response }
  connection.close()
  return 'busy'
}

/** A connection with a printer that wants nothing, or why there is none: nothing of a ticket has left then. */
export async function connectWhenReady(context: TicketPrinterContext): Promise<{ connection: Connection } | Submission> {
  const connected = await connect(context)
  if (typeof connected === 'string') return { outcome: connected }
  const obstacle = obstacleIn(connected.response, context)
  if (!obstacle) return { connection: connected.connection }
  connected.connection.close()
  return obstacle
}

function obstacleIn(response: StatusResponse, { memory }: TicketPrinterContext): Submission | null {
  switch (response.kind) {
    case 'status': {
      const [attention] = response.status.attention
      return attention ? { outcome: 'busy', attention } : null
    }
    case 'mute':
      return memory.hasSpoken ? { outcome: 'unreachable' } : null
    case 'unrecognised':
      return { outcome: 'refused' }
    case 'down':
      return { outcome: 'busy' }
  }
}

/** How the printer is, on a line of its own. */
export async function statusOnNewLine(context: TicketPrinterContext): Promise<PrinterStatus> {
  const connected = await connect(context)
  if (connected === 'busy') return BUSY
  if (connected === 'unreachable') return OFFLINE
  connected.connection.close()
  return described(connected.response, context)
}

/** How it is, on the line that stands. */
export const statusOnLine = async (context: TicketPrinterContext, connection: Connection): Promise<PrinterStatus> =>
  described(await queryStatus(context, connection), context)

/** One that has never said anything is taken to be ready: only a ticket will tell. */
function described(response: StatusResponse, { memory, signal }: TicketPrinterContext): PrinterStatus {
  switch (response.kind) {
    case 'status':
      return { state: response.status.state, attention: response.status.attention }
    case 'mute':
      return memory.hasSpoken ? OFFLINE : { state: 'ready', attention: [] }
    case 'unrecognised':
      return { state: 'attention', attention: ['other'] }
    case 'down':
      return signal.aborted ? OFFLINE : BUSY
  }
}
