import type { PrinterStatus } from '../../../shared/contract/printing.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log/log.ts'
import { sleep } from '../../waiting.ts'
import type { Submission } from '../printer.ts'
import { SHORT_REST, type NoLine, type OpenLine } from './line.ts'
import { startTalk, type Talk, type Told } from './connection.ts'
import type { TicketTimeouts } from './timeouts.ts'

/** A printer, and what is remembered of it. */
export interface Asked {
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
    /** A ticket was given up before the printer had worked it off, as far as we heard. */
    unsettled: boolean
  }
}

const OFFLINE: PrinterStatus = { state: 'offline', attention: ['offline'] }
export const BUSY: PrinterStatus = { state: 'busy', attention: [] }

/** Asks how it is, and remembers. */
export async function hear({ memory, log, signal }: Asked, talk: Talk): Promise<Told> {
  const told = await talk.ask()
  if (signal.aborted) return { kind: 'down' }
  if (told.kind === 'told') {
    if (told.status.nearEnd && !memory.nearEnd) log.warn({ code: 'near-end' }, 'the ticket printer is nearly out of paper')
    memory.hasSpoken = true
    memory.nearEnd = told.status.nearEnd
  }
  if (told.kind === 'garbled') log.warn({ code: 'garbled' }, 'what stands for a ticket printer answers like none')
  return told
}

type Begun = { talk: Talk; told: Told } | 'unreachable' | 'busy'

/** A line on which it was asked how it is. One that is refused, or dropped without a word, is tried again for a while. */
async function begin(asked: Asked): Promise<Begun> {
  const { timeouts, clock, signal } = asked
  for (const start = clock.elapsed(); ; await sleep(clock, SHORT_REST)) {
    const begun = await beginOnce(asked)
    if (typeof begun === 'object' || begun === 'unreachable') return begun
    if (signal.aborted) return 'unreachable'
    if (clock.elapsed() - start >= timeouts.occupied) return begun === 'busy' ? 'busy' : 'unreachable'
  }
}

async function beginOnce(asked: Asked): Promise<Exclude<Begun, string> | NoLine> {
  const { open, timeouts, clock, signal, memory } = asked
  const line = await open({ patience: timeouts.connect, signal })
  if (typeof line === 'string') return line
  const talk = startTalk({ line, timeouts, clock, signal, unsettled: memory.unsettled })
  const told = await hear(asked, talk)
  if (told.kind !== 'down') return { talk, told }
  talk.end()
  return 'busy'
}

/** A talk with a printer that wants nothing, or why there is none: nothing of a ticket has left then. */
export async function readyTalk(asked: Asked): Promise<{ talk: Talk } | Submission> {
  const begun = await begin(asked)
  if (typeof begun === 'string') return { outcome: begun }
  const obstacle = obstacleIn(begun.told, asked)
  if (!obstacle) return { talk: begun.talk }
  begun.talk.end()
  return obstacle
}

function obstacleIn(told: Told, { memory }: Asked): Submission | null {
  switch (told.kind) {
    case 'told': {
      const [attention] = told.status.attention
      return attention ? { outcome: 'busy', attention } : null
    }
    case 'mute':
      return memory.hasSpoken ? { outcome: 'unreachable' } : null
    case 'garbled':
      return { outcome: 'refused' }
    case 'down':
      return { outcome: 'busy' }
  }
}

/** How the printer is, on a line of its own. */
export async function askAnew(asked: Asked): Promise<PrinterStatus> {
  const begun = await begin(asked)
  if (begun === 'busy') return BUSY
  if (begun === 'unreachable') return OFFLINE
  begun.talk.end()
  return described(begun.told, asked)
}

/** How it is, on the line that stands. */
export const askOn = async (asked: Asked, talk: Talk): Promise<PrinterStatus> => described(await hear(asked, talk), asked)

/** One that has never said anything is taken to be ready: only a ticket will tell. */
function described(told: Told, { memory, signal }: Asked): PrinterStatus {
  switch (told.kind) {
    case 'told':
      return { state: told.status.state, attention: told.status.attention }
    case 'mute':
      return memory.hasSpoken ? OFFLINE : { state: 'ready', attention: [] }
    case 'garbled':
      return { state: 'attention', attention: ['other'] }
    case 'down':
      return signal.aborted ? OFFLINE : BUSY
  }
}
