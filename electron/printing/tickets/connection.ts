import type { Clock } from '../../clock.ts'
import type { Line } from './line.ts'
import { kindOf, statusOf, statusQuestions, turnQuestion, type TicketPrinterStatus } from './status.ts'
import type { TicketTimeouts } from './timeouts.ts'

/** `mute`: no answer in time; `garbled`: it says what no printer says; `down`: the line is gone. */
type Silence = 'mute' | 'garbled' | 'down'
export type Told = { kind: 'told'; status: TicketPrinterStatus } | { kind: Silence }

/** One conversation with a printer over one line. */
export interface Talk {
  ask(): Promise<Told>
  /** Whether all that was sent on earlier lines is worked off, so that no late answer to it is taken for an answer about the next ticket. */
  settle(): Promise<boolean>
  /** Hands a ticket over, and behind it the question that is answered in its turn. False: nobody knows how much was taken. */
  hand(ticket: Uint8Array): Promise<boolean>
  /** The question behind the ticket was answered, as far as it has been listened to. */
  isWorkedOff(): boolean
  end(): void
}

interface TalkParts {
  line: Line
  timeouts: TicketTimeouts
  clock: Clock
  /** Breaks the talk off. */
  signal: AbortSignal
  /** What was sent on an earlier line may not be worked off: its answer may come on this one, at any moment. */
  unsettled: boolean
}

export function startTalk({ line, timeouts, clock, signal, unsettled }: TalkParts): Talk {
  const end = (): void => {
    signal.removeEventListener('abort', end)
    line.close()
  }
  signal.addEventListener('abort', end)
  let earlier = unsettled ? Infinity : 0
  const heard: Heard = { atOnce: [], inTurn: 0, mayCome: earlier, unasked: 0, garbled: false }

  return {
    async ask() {
      await listen(line, heard, 0)
      // What comes late belongs to a question that was given up.
      heard.atOnce.length = 0
      const answers: number[] = []
      for (const question of statusQuestions) {
        const answer = (await line.send(question, timeouts.answer)) ? await nextAnswer(line, heard, timeouts.answer, clock) : 'down'
        if (typeof answer === 'string') return { kind: answer }
        answers.push(answer)
      }
      return { kind: 'told', status: statusOf(answers) }
    },
    async settle() {
      heard.mayCome = Infinity
      if (!(await line.send(turnQuestion, timeouts.answer))) return false
      const answers = await answersInTurn(line, heard, timeouts)
      heard.inTurn = 0
      if (answers > 0) earlier = 0
      return answers > 0
    },
    hand(ticket) {
      heard.mayCome = earlier + 1
      return line.send(Buffer.concat([ticket, turnQuestion]), timeouts.take)
    },
    isWorkedOff: () => heard.inTurn === 1 && !heard.garbled,
    end,
  }
}

/** What has come in and was not asked for yet. */
interface Heard {
  atOnce: number[]
  inTurn: number
  /** So many answers in turn, for so many questions. */
  mayCome: number
  /** Bytes that still belong to a status that nobody asked for. */
  unasked: number
  garbled: boolean
}

async function nextAnswer(line: Line, heard: Heard, patience: number, clock: Clock): Promise<number | Silence> {
  for (const start = clock.elapsed(); ;) {
    const left = patience - (clock.elapsed() - start)
    const stands = await listen(line, heard, Math.max(left, 0))
    const answer = heard.atOnce.shift()
    if (heard.garbled) return 'garbled'
    if (answer !== undefined) return answer
    if (!stands) return 'down'
    if (left <= 0) return 'mute'
  }
}

/** How many come before it is quiet; 0 when the line breaks. */
async function answersInTurn(line: Line, heard: Heard, { answer, quiet }: TicketTimeouts): Promise<number> {
  for (let before = 0, patience = answer; ; before = heard.inTurn, patience = quiet) {
    if (!(await listen(line, heard, patience)) || heard.garbled) return 0
    if (heard.inTurn === before) return before
  }
}

/** False when the line is down. */
async function listen(line: Line, heard: Heard, patience: number): Promise<boolean> {
  const bytes = await line.receive(patience)
  for (const byte of bytes ?? []) take(heard, byte)
  // An answer to what was not asked is none.
  if (heard.inTurn > heard.mayCome) heard.garbled = true
  return bytes !== null
}

function take(heard: Heard, byte: number): void {
  if (heard.unasked > 0) {
    heard.unasked--
    return
  }
  const kind = kindOf(byte)
  if (kind === 'at-once') heard.atOnce.push(byte)
  else if (kind === 'in-turn') heard.inTurn++
  else if (kind === 'unasked') heard.unasked = 3
  else if (kind === 'garbage') heard.garbled = true
}
