import { failure, success, type Result } from '../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { createSerialAccess } from '../waiting.ts'
import { runProgram } from './program.ts'
import type { Manner, Voice } from './voice.ts'
import { wholeWav } from './wholeWav.ts'

const PROGRAM = 'espeak-ng'
/** A minute of sound takes it a fifth of a second. */
const LONGEST_RUN = 5_000
/** Three minutes of sound. */
const MOST_BYTES = 8 * 1024 * 1024

/** The voice of each language, by its first letters. */
const voices: Readonly<Record<string, string>> = { es: 'es-419', en: 'en-us', pt: 'pt-br' }
const voiceOf = (language: string): string => voices[language.slice(0, 2)] ?? 'es-419'

/** Two brackets would begin what espeak-ng takes for phonemes. */
const asPlainText = (text: string): string => text.replaceAll('[[', '[ [').replace(/\p{Cc}/gu, ' ')

interface EspeakParts {
  clock: Clock
  log: Log
}

/** The voice of this machine; null where espeak-ng is not installed or does not run. */
export async function findEspeak(parts: EspeakParts): Promise<Voice | null> {
  const version = await within(parts.clock, new AbortController(), (signal) => runProgram({ program: PROGRAM, args: ['--version'], signal, mostBytes: 10_000 }))
  if (version !== null) return createEspeak(parts)
  parts.log.info({ program: PROGRAM }, 'no voice: spoken guidance is not offered')
  return null
}

/**
 * One run of espeak-ng for each text, one at a time. The text goes to standard input: a command line can be read by every process of the
 * machine.
 */
function createEspeak({ clock, log }: EspeakParts): Voice {
  const oneAtATime = createSerialAccess()
  let current = new AbortController()

  function supersede(): AbortController {
    current.abort()
    current = new AbortController()
    return current
  }
  async function render(text: string, { language, speed }: Manner, mine: AbortController): Promise<Result<Buffer>> {
    if (mine.signal.aborted) return failure({ code: 'voice-busy' })
    const args = ['-v', voiceOf(language), '-s', String(speed), '-b', '1', '--stdin', '--stdout']
    let isLate = false
    const file = await within(
      clock,
      mine,
      (signal) => runProgram({ program: PROGRAM, args, input: asPlainText(text), signal, mostBytes: MOST_BYTES }),
      () => (isLate = true),
    )
    const wav = file && wholeWav(file)
    if (wav) return success(wav)
    if (mine.signal.aborted && !isLate) return failure({ code: 'voice-busy' })
    log.warn({ program: PROGRAM, isLate }, 'voice failed')
    return failure({ code: 'voice-unavailable' })
  }
  return {
    say(text, manner) {
      const mine = supersede()
      return oneAtATime(() => render(text, manner, mine))
    },
    stop: () => void supersede(),
  }
}

/** Waits until the program is gone, which it is soon after so long. */
async function within<T>(clock: Clock, ending: AbortController, work: (signal: AbortSignal) => Promise<T>, onLate?: () => void): Promise<T> {
  const cancel = clock.after(LONGEST_RUN, () => {
    onLate?.()
    ending.abort()
  })
  return work(ending.signal).finally(cancel)
}
