import type { PrinterStatus } from '../../../shared/contract/printing.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log/log.ts'
import { sleep } from '../../waiting.ts'
import type { Submission } from '../printer.ts'
import { SHORT_REST, type NoLine, type OpenLine } from './line.ts'
import { createConnection, type Connection, type StatusResponse } from './ticketConnection.ts'
import type { TicketTimeouts } from './timeouts.ts'

/** A printer and what is remembered of it between connections. */
export interface TicketPrinterContext {
  open: OpenLine
  timeouts: TicketTimeouts
  clock: Clock
  log: Log
  /** Aborted when the printer is closed. */
  signal: AbortSignal
  memory: {
    /** The printer has answered before, so that silence means trouble. */
    hasSpoken: boolean
    nearEnd: boolean
    /** A ticket was given up before the printer confirmed that it had processed it. */
    hasUnprocessed: boolean
  }
}

const OFFLINE: PrinterStatus = { state: 'offline', attention: ['offline'] }
export const BUSY: PrinterStatus = { state: 'busy', attention: [] }

/** Queries the status and remembers what it proves. */
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

/** Connects and queries the status; tries again for a while when the connection is refused, or dropped without an answer. */
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

/** A connection to a printer that needs nothing, or why there is none; nothing of the ticket has been sent then. */
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

/** The status of the printer, on a new connection. */
export async function statusOnNewLine(context: TicketPrinterContext): Promise<PrinterStatus> {
  const connected = await connect(context)
  if (connected === 'busy') return BUSY
  if (connected === 'unreachable') return OFFLINE
  connected.connection.close()
  return described(connected.response, context)
}

/** The status of the printer, on the open connection. */
export const statusOnLine = async (context: TicketPrinterContext, connection: Connection): Promise<PrinterStatus> =>
  described(await queryStatus(context, connection), context)

/** A printer that has never answered is taken to be ready: only a ticket can prove otherwise. */
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
