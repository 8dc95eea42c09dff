import { spawn } from 'node:child_process'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { createPause, sleep } from '../waiting.ts'
import type { HeadphoneJack } from './headphoneJack.ts'
import { headphonesIn } from './jackControls.ts'
import { bareEnvironment, runProgram } from './program.ts'

/** The numbers that sound cards have. */
const CARDS = [0, 1, 2, 3, 4, 5, 6, 7]
/** A machine that has just been started may be slow. */
const LONGEST_LOOK = 10_000
const MOST_BYTES = 1024 * 1024
/** Should the monitor say nothing, although it runs. */
const LOOK_EVERY = 30_000
/** However much the monitor says. */
const LOOK_AT_MOST_EVERY = 100
const SHORTEST_BACKOFF = 1_000
const LONGEST_BACKOFF = 5 * 60_000

interface JackParts {
  clock: Clock
  log: Log
  onChange: (plugged: boolean) => void
}

/**
 * Watches the sockets that ALSA knows: `alsactl monitor` says that something has changed, `amixer` what it is now. Where there is no such
 * socket, or none of the programs, one line of the log says so.
 */
export function watchAlsaJack({ clock, log, onChange }: JackParts): HeadphoneJack {
  const ended = new AbortController()
  const pause = createPause(clock)
  let isPlugged = false

  async function watch(): Promise<void> {
    const cards = await cardsWithJack(clock, ended.signal)
    if (ended.signal.aborted) return
    if (cards.length === 0) return log.info('no headphone jack: plugging in headphones starts nothing')
    isPlugged = cards.some(({ plugged }) => plugged)
    void keepMonitor({ clock, log, signal: ended.signal, onLine: pause.wake })
    while (!ended.signal.aborted) {
      await pause.sleep({ milliseconds: LOOK_EVERY, least: LOOK_AT_MOST_EVERY })
      const now = await Promise.all(cards.map(({ card }) => look(card, clock, ended.signal)))
      // A card that does not answer leaves what is known as it is.
      if (ended.signal.aborted || now.includes(null)) continue
      const plugged = now.includes(true)
      if (plugged === isPlugged) continue
      isPlugged = plugged
      onChange(plugged)
    }
  }
  void watch()
  return {
    isPlugged: () => isPlugged,
    stop() {
      ended.abort()
      pause.close()
    },
  }
}

async function cardsWithJack(clock: Clock, signal: AbortSignal): Promise<{ card: number; plugged: boolean }[]> {
  const found: { card: number; plugged: boolean }[] = []
  for (const card of CARDS) {
    const plugged = signal.aborted ? null : await look(card, clock, signal)
    if (plugged !== null) found.push({ card, plugged })
  }
  return found
}

async function look(card: number, clock: Clock, ended: AbortSignal): Promise<boolean | null> {
  const late = new AbortController()
  const cancel = clock.after(LONGEST_LOOK, () => late.abort())
  const signal = AbortSignal.any([ended, late.signal])
  const listing = await runProgram({ program: 'amixer', args: ['-c', String(card), 'contents'], signal, mostBytes: MOST_BYTES })
  cancel()
  return listing && headphonesIn(listing.toString())
}

interface MonitorParts {
  clock: Clock
  log: Log
  signal: AbortSignal
  onLine: () => void
}

/** Starts the monitor anew whenever it ends, after longer and longer waits while it ends at once. */
async function keepMonitor(parts: MonitorParts): Promise<void> {
  const { clock, log, signal } = parts
  let backoff = SHORTEST_BACKOFF
  while (!signal.aborted) {
    const begun = clock.elapsed()
    await runMonitor(parts)
    if (signal.aborted) return
    if (clock.elapsed() - begun > LONGEST_BACKOFF) backoff = SHORTEST_BACKOFF
    if (backoff === SHORTEST_BACKOFF) log.warn({ program: 'alsactl' }, 'monitor of the headphone jack ended: it is started again')
    await Promise.race([sleep(clock, backoff), new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))])
    backoff = Math.min(LONGEST_BACKOFF, backoff * 2)
  }
}

/** Resolves when it has ended. Into a pipe it would hold back what it says until it has said a lot: `stdbuf` has it say every line at once. */
function runMonitor({ signal, onLine }: MonitorParts): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('stdbuf', ['-oL', 'alsactl', 'monitor'], { stdio: ['ignore', 'pipe', 'ignore'], env: bareEnvironment() })
    const kill = (): void => void child.kill('SIGKILL')
    child.stdout.on('data', onLine).on('error', () => undefined)
    child.once('error', () => resolve())
    child.once('close', () => {
      signal.removeEventListener('abort', kill)
      resolve()
    })
    if (signal.aborted) kill()
    signal.addEventListener('abort', kill)
  })
}
