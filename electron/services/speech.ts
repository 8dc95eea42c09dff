import type { HandlersOf } from '../../shared/contract/index.ts'
import { failure, success } from '../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Voice } from '../speech/voice.ts'

/** So many texts at once, and so many a second in the long run: more than anybody types or presses. */
const BURST = 40
const PER_SECOND = 10

interface SpeechParts {
  /** null: this kiosk has none. */
  voice: Voice | null
  clock: Clock
}

/** What is said to whoever listens. Nothing of it is kept. */
export function createSpeechService({ voice, clock }: SpeechParts) {
  const mayAsk = createRate(clock)
  const handlers = {
    'speech.say': async ({ text, language, speed }) => {
      if (!voice) return failure({ code: 'voice-unavailable' })
      if (!mayAsk()) return failure({ code: 'voice-busy' })
      const said = await voice.say(text, { language, speed })
      return said.ok ? success({ wav: said.value.toString('base64') }) : said
    },
  } satisfies HandlersOf<'speech'>
  return {
    handlers,
    /** What was asked for by the visit that has ended is not said. */
    endSession: () => voice?.stop(),
  }
}

function createRate(clock: Clock): () => boolean {
  let left = BURST
  let at = clock.elapsed()
  return () => {
    const now = clock.elapsed()
    left = Math.min(BURST, left + ((now - at) / 1000) * PER_SECOND)
    at = now
    if (left < 1) return false
    left -= 1
    return true
  }
}
