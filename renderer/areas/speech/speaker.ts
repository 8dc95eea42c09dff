import type { Problem } from '../../../shared/problems.ts'
import type { Result } from '../../../shared/result.ts'
import { inPieces } from './pieces.ts'

/** Says one thing at a time. */
export interface Speaker {
  /** At once, in place of what is being said. */
  say(text: string): void
  /** After what is being said. */
  sayAfter(text: string): void
  /** What was said last, once more. */
  repeat(): void
  silence(): void
}

interface SpeakerParts {
  /** A text as the voice says it rightly. */
  prepare: (text: string) => string
  /** A WAV file in base64. */
  render: (text: string) => Promise<Result<{ wav: string }>>
  /** Resolves when it has been heard; false where this page cannot play it. */
  play: (wav: string) => Promise<boolean>
  /** Ends what is being played. */
  stop: () => void
  onProblem: (problem: Problem) => void
}

export function createSpeaker({ prepare, stop, ...parts }: SpeakerParts): Speaker {
  let queue: string[] = []
  let last = ''
  /** Counts what was begun anew: what belongs to an earlier one is not heard. */
  let turn = 0
  let isSpeaking = false

  async function speak(): Promise<void> {
    const mine = turn
    isSpeaking = true
    for (let text = queue.shift(); text !== undefined; text = queue.shift()) {
      const isHeard = await hear(text, () => mine === turn, parts)
      if (mine !== turn) return
      if (!isHeard) queue = []
    }
    isSpeaking = false
  }
  function silence(): void {
    turn += 1
    queue = []
    isSpeaking = false
    stop()
  }
  function add(text: string): void {
    queue.push(...inPieces(prepare(text)))
    if (!isSpeaking) void speak()
  }
  function say(text: string): void {
    last = text
    silence()
    add(text)
  }
  return {
    say,
    sayAfter(text) {
      last = text
      add(text)
    },
    repeat: () => say(last),
    silence,
  }
}

async function hear(text: string, isWanted: () => boolean, { render, play, onProblem }: Pick<SpeakerParts, 'render' | 'play' | 'onProblem'>): Promise<boolean> {
  const sound = await render(text)
  if (!isWanted()) return false
  // What is busy says another text by now.
  if (!sound.ok && sound.problem.code === 'voice-busy') return false
  if (sound.ok && (await play(sound.value.wav))) return true
  if (isWanted()) onProblem({ code: 'voice-unavailable' })
  return false
}
