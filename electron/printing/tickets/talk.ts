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
  /** Hands a ticket over, and behind it the question that is answered in its turn. False: nobody knows how much was taken. */
  hand(ticket: Uint8Array): Promise<boolean>
  /** The question behind the ticket was answered, as far as it has been listened to. */
  isWorkedOff(): boolean
  end(): void
}

export function startTalk(line: Line, timeouts: TicketTimeouts, clock: Clock): Talk {
  const heard: Heard = { atOnce: [], inTurn: 0, expectedInTurn: 0, unasked: 0, garbled: false }

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
    hand(ticket) {
      heard.expectedInTurn = 1
      return line.send(Buffer.concat([ticket, turnQuestion]), timeouts.take)
    },
    isWorkedOff: () => heard.inTurn === 1 && !heard.garbled,
    end: () => line.close(),
  }
}

/** What has come in and was not asked for yet. */
interface Heard {
  atOnce: number[]
  inTurn: number
  expectedInTurn: 0 | 1
  /** Bytes that still belong to a status that nobody asked for. */
  unasked: number
  garbled: boolean
}

async function nextAnswer(line: Line, heard: Heard, patience: number, clock: Clock): Promise<number | Silence> {
  for (const start = clock.elapsed(); ; ) {
    const left = patience - (clock.elapsed() - start)
    const stands = await listen(line, heard, Math.max(left, 0))
    const answer = heard.atOnce.shift()
    if (heard.garbled) return 'garbled'
    if (answer !== undefined) return answer
    if (!stands) return 'down'
    if (left <= 0) return 'mute'
  }
}

/** False when the line is down. */
async function listen(line: Line, heard: Heard, patience: number): Promise<boolean> {
  const bytes = await line.receive(patience)
  for (const byte of bytes ?? []) take(heard, byte)
  // An answer to what was not asked is none.
  if (heard.inTurn > heard.expectedInTurn) heard.garbled = true
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
