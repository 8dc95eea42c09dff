import type { PrinterStatus } from '../../../shared/contract/printing.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log/log.ts'
import type { PrintableDocument, Printer, PrinterJob, Submission } from '../printer.ts'
import type { Line, OpenLine } from './line.ts'
import { startTalk, type Talk, type Told } from './talk.ts'
import type { TicketTimeouts } from './timeouts.ts'

export interface TicketPrinterParts {
  /** Its address. */
  name: string
  open: OpenLine
  timeouts: TicketTimeouts
  clock: Clock
  log: Log
}

/** A ticket that was handed over whole, and the talk that goes on about it. */
interface Handed {
  ref: string
  talk: Talk
  at: number
  /** When the printer last said that it wanted something. */
  wantedAt: number
  ending: PrinterJob | null
  release: () => void
}

const OFFLINE: PrinterStatus = { state: 'offline', attention: ['offline'] }
const BUSY: PrinterStatus = { state: 'busy', attention: [] }

/**
 * A printer that speaks ESC/POS. It keeps no jobs: what it is sent comes out, and nothing calls it back. So it is asked how it is before
 * one byte of a ticket leaves, and the same line is kept until the printer has answered behind the ticket. What that proves is decision 18.
 */
export function createTicketPrinter(parts: TicketPrinterParts): Printer {
  const { name, timeouts, clock } = parts
  const closed = new AbortController()
  const memory: Memory = { hasSpoken: false, nearEnd: false }
  const desk = { ...parts, memory, signal: closed.signal }
  const alone = createTurns()
  let handed: Handed | null = null
  let handing = false

  const letGo = (): void => {
    handed?.release()
    handed?.talk.end()
  }
  /** Keeps the line while somebody asks for the ticket. */
  const keep = (job: Handed): void => {
    job.release()
    job.release = clock.after(timeouts.idle, () => {
      job.ending ??= 'aborted'
      job.talk.end()
    })
  }

  async function submit(document: PrintableDocument): Promise<Submission> {
    letGo()
    handed = null
    const ready = await readyTalk(desk)
    if ('outcome' in ready) return ready
    if (await ready.talk.hand(document.bytes)) {
      const at = clock.elapsed()
      handed = { ref: document.title, talk: ready.talk, at, wantedAt: at, ending: null, release: () => undefined }
      keep(handed)
      return { outcome: 'accepted', ref: document.title }
    }
    ready.talk.end()
    return { outcome: 'unclear' }
  }
  async function query(ref: string): Promise<PrinterJob> {
    const job = handed
    if (job?.ref !== ref) return 'forgotten'
    if (job.ending) return job.ending
    keep(job)
    const now = judge(job, await heard(desk, job.talk), desk)
    if (now === 'completed' || now === 'aborted') {
      job.ending = now
      letGo()
    }
    return now
  }
  return {
    kind: 'ticket',
    name,
    status: async () => {
      if (handing) return BUSY
      return alone(() => (handed && !handed.ending ? askedOn(desk, handed.talk) : askedAnew(desk)))
    },
    submit: (document) =>
      alone(async () => {
        handing = true
        return submit(document).finally(() => (handing = false))
      }),
    query: (ref) => alone(() => query(ref)),
    // What it was sent lies in its memory, where nothing takes it back.
    cancel: () => Promise.resolve(false),
    close() {
      closed.abort()
      letGo()
    },
  }
}

interface Memory {
  /** It has answered before: silence is then a sign of trouble, and not its way. */
  hasSpoken: boolean
  nearEnd: boolean
}

type Desk = TicketPrinterParts & { memory: Memory; signal: AbortSignal }

/** Asks, and remembers. */
async function heard({ memory, log, signal }: Desk, talk: Talk): Promise<Told> {
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

/** A talk with a printer that wants nothing, or why there is none. Nothing of a ticket has left until then. */
async function readyTalk(desk: Desk): Promise<{ talk: Talk } | Submission> {
  const line = await desk.open({ patience: desk.timeouts.connect, insist: true, signal: desk.signal })
  if (typeof line === 'string') return { outcome: line }
  const talk = started(desk, line)
  const told = await heard(desk, talk)
  const obstacle = obstacleIn(told, desk)
  if (!obstacle) return { talk }
  talk.end()
  return obstacle
}

function obstacleIn(told: Told, { memory, signal }: Desk): Submission | null {
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
      return { outcome: signal.aborted ? 'unreachable' : 'busy' }
  }
}

/** What became of a ticket, as far as its printer tells. */
function judge(job: Handed, told: Told, { clock, timeouts, memory }: Desk): PrinterJob {
  const now = clock.elapsed()
  switch (told.kind) {
    case 'down':
    case 'garbled':
      return 'aborted'
    case 'mute':
      if (memory.hasSpoken) return 'unreachable'
      return now - job.at >= timeouts.mute ? 'aborted' : 'processing'
    case 'told':
      if (told.status.attention.length > 0) {
        job.wantedAt = now
        return 'stopped'
      }
      if (job.talk.isWorkedOff()) return 'completed'
      return now - job.wantedAt >= timeouts.unconfirmed ? 'aborted' : 'processing'
  }
}

async function askedAnew(desk: Desk): Promise<PrinterStatus> {
  const line = await desk.open({ patience: desk.timeouts.connect, insist: false, signal: desk.signal })
  if (line === 'busy') return BUSY
  if (line === 'unreachable') return OFFLINE
  const talk = started(desk, line)
  const status = await askedOn(desk, talk)
  talk.end()
  return status
}

async function askedOn(desk: Desk, talk: Talk): Promise<PrinterStatus> {
  const told = await heard(desk, talk)
  switch (told.kind) {
    case 'told':
      return { state: told.status.state, attention: told.status.attention }
    case 'mute':
      return desk.memory.hasSpoken ? OFFLINE : { state: 'ready', attention: [] }
    case 'garbled':
      return { state: 'attention', attention: ['other'] }
    case 'down':
      return desk.signal.aborted ? OFFLINE : BUSY
  }
}

const started = ({ timeouts, clock }: Desk, line: Line): Talk => startTalk(line, timeouts, clock)

/** One at a time: a printer has one line, and two tickets on it would be one. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}
