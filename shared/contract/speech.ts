import { z } from 'zod'
import { call, heardBy } from './define.ts'

/** In UTF-16 units: a longer text is said in pieces. */
export const LONGEST_SPOKEN = 400

/** Words a minute: the voice is understood from the first to the last. */
export const SLOWEST_SPEECH = 90
export const FASTEST_SPEECH = 350

export const speechCalls = heardBy('everybody', {
  /**
   * A text as sound: a WAV file, base64. Of two texts the later one wins; the earlier one gets voice-busy. Nothing of it is kept or logged. Problems:
   * voice-unavailable, voice-busy.
   */
  'speech.say': call(
    z.strictObject({
      text: z.string().min(1).max(LONGEST_SPOKEN),
      language: z.string().max(20),
      speed: z.int().min(SLOWEST_SPEECH).max(FASTEST_SPEECH),
    }),
    z.object({ wav: z.base64() }),
  ),
})
