import type { Result } from '../../shared/result.ts'

export interface Manner {
  /** Of the page: `es-MX`, `pt`. */
  language: string
  /** Words a minute. */
  speed: number
}

/** Turns text into sound. */
export interface Voice {
  /** A whole WAV file. Of two texts the later one wins. Problems: voice-busy for the earlier one, voice-unavailable. */
  say(text: string, manner: Manner): Promise<Result<Buffer>>
  /** Gives up what is being made. */
  stop(): void
}
