import type { PrintableDocument, PrinterJob, Submission } from '../printer.ts'
import { hear, readyTalk, type Asked } from './statusQuery.ts'
import type { Talk, Told } from './connection.ts'

/** A ticket that was handed over whole, and the talk that goes on about it. */
export interface Handed {
  readonly ref: string
  readonly talk: Talk
  /** What became of it, as far as its printer tells. */
  query(): Promise<PrinterJob>
  isOver(): boolean
  /** Nobody wants to know any more. */
  letGo(): void
}

/** Hands a ticket over to a printer that wants nothing; else says why not. */
export async function handTicket(asked: Asked, { bytes, title }: PrintableDocument): Promise<Handed | Submission> {
  const { memory, signal } = asked
  const ready = await readyTalk(asked)
  if ('outcome' in ready) return ready
  const { talk } = ready
  if (memory.unsettled) memory.unsettled = !(await talk.settle())
  if (signal.aborted) return { outcome: 'unreachable' }
  const canTell = !memory.unsettled
  if (await talk.hand(bytes)) return followTicket(asked, { ref: title, talk, canTell })
  talk.end()
  memory.unsettled = true
  return { outcome: 'unclear' }
}

/**
 * The line is kept as long as somebody asks; then it is for others to use. `canTell`: an answer in turn is about this ticket, and not about
 * one before it.
 */
function followTicket(asked: Asked, { ref, talk, canTell }: { ref: string; talk: Talk; canTell: boolean }): Handed {
  const { clock, timeouts, memory } = asked
  const since = { handed: clock.elapsed(), wanting: clock.elapsed() }
  let ending: PrinterJob | null = null
  const end = (how: PrinterJob): PrinterJob => {
    forget()
    talk.end()
    if (ending === null && how !== 'completed') memory.unsettled = true
    return (ending ??= how)
  }
  const untilIdle = (): (() => void) => clock.after(timeouts.idle, () => end('aborted'))
  let forget = untilIdle()

  return {
    ref,
    talk,
    async query() {
      if (ending) return ending
      forget()
      const now = judge(await hear(asked, talk), canTell && talk.isWorkedOff, since, asked)
      if (now === 'completed' || now === 'aborted') return end(now)
      forget = untilIdle()
      return now
    },
    isOver: () => ending !== null,
    letGo: () => void end('aborted'),
  }
}

/** `wanting`: when the printer last wanted something. */
interface Since {
  handed: number
  wanting: number
}

/** Only what was worked off, by a printer that wants nothing, has come out for certain. */
function judge(told: Told, isWorkedOff: false | (() => boolean), since: Since, { clock, timeouts, memory }: Asked): PrinterJob {
  const now = clock.elapsed()
  switch (told.kind) {
    case 'down':
    case 'garbled':
      return 'aborted'
    case 'mute':
      if (memory.hasSpoken) return 'unreachable'
      return now - since.handed >= timeouts.mute ? 'aborted' : 'processing'
    case 'told':
      if (told.status.attention.length > 0) {
        since.wanting = now
        return 'stopped'
      }
      if (isWorkedOff && isWorkedOff()) return 'completed'
      return now - since.wanting >= timeouts.unconfirmed ? 'aborted' : 'processing'
  }
}
