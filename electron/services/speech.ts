import type { HandlersOf } from '../../shared/contract/index.ts'
import { failure, success } from '../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Voice } from '../speech/voice.ts'
import { sleep } from '../waiting.ts'

/** So many texts at once, and so many a second in the long run: more than anybody types. Whoever holds a key of a keypad asks for more. */
const BURST = 40
const PER_SECOND = 10

interface SpeechParts {
  /** null: this kiosk has none. */
  voice: Voice | null
  clock: Clock
}

/** What is said to whoever listens. Nothing of it is kept. */
export function createSpeechService({ voice, clock }: SpeechParts) {
  const rate = createRate(clock)
  /** Counts the texts: only the last one is worth waiting for. */
  let asked = 0
  const handlers = {
    'speech.say': async ({ text, language, speed }) => {
      if (!voice) return failure({ code: 'voice-unavailable' })
      const mine = (asked += 1)
      const wait = rate.untilNext()
      if (wait > 0) await sleep(clock, wait)
      if (mine !== asked) return failure({ code: 'voice-busy' })
      rate.take()
      const said = await voice.say(text, { language, speed })
      return said.ok ? success({ wav: said.value.toString('base64') }) : said
    },
  } satisfies HandlersOf<'speech'>
  return {
    handlers,
    /** What was asked for by the visit that has ended is not said. */
    endSession(): void {
      asked += 1
      voice?.stop()
    },
  }
}

function createRate(clock: Clock) {
  let left = BURST
  let at = clock.elapsed()
  return {
    /** Milliseconds until one more may be asked for. */
    untilNext(): number {
      const now = clock.elapsed()
      left = Math.min(BURST, left + ((now - at) / 1000) * PER_SECOND)
      at = now
      return left >= 1 ? 0 : Math.ceil(((1 - left) / PER_SECOND) * 1000)
    },
    take: () => void (left -= 1),
  }
}
