import { createParser } from 'eventsource-parser'
import { z } from 'zod'
import type { ApiClient } from '../api/client.ts'
import { kindOf } from '../api/exchange.ts'
import { apiFailure, type ApiFailure } from '../api/outcome.ts'
import type { OpenStream } from '../api/stream.ts'
import type { Clock } from '../clock.ts'
import { createPause } from '../waiting.ts'
import { waitBeforeListening } from './schedule.ts'

/** The contract promises a comment every 15 s; a stream that is silent for so long is dead. */
const SILENCE = 40_000
/** A comment or an event has some tens of characters; so many without an end are neither. */
const MOST_UNSAID = 64 * 1024
/** The longest spread of a poke that is obeyed: the feed is read far more often than that without pokes. */
const LONGEST_SPREAD = 5 * 60_000
/** A stream that lasted so long counts as a good one, however it ended. */
const STEADY = 60_000

interface PokeParts {
  api: Pick<ApiClient, 'openPokes'>
  clock: Clock
  /** In [0, 1). */
  random: () => number
  /** The feed has grown, or may have grown while there was no stream. */
  onPoke: () => void
  /** Something was received. */
  onHeard: () => void
  /** An open stream has ended. */
  onLost: () => void
}

export interface Pokes {
  /** Listens from now on; opens the stream again whenever it ends. */
  start(): void
  stop(): void
}

/** Listens to the utility's pokes. Where it offers no stream, the feed is only polled, and the stream is tried now and then. */
export function createPokes(parts: PokeParts): Pokes {
  let listening: AbortController | null = null
  return {
    start() {
      if (listening) return
      listening = new AbortController()
      void keepListening(parts, listening.signal)
    },
    stop() {
      listening?.abort()
      listening = null
    },
  }
}

async function keepListening(parts: PokeParts, stopping: AbortSignal): Promise<void> {
  const { clock, random } = parts
  const pause = createPause(clock)
  stopping.addEventListener('abort', () => pause.close())
  for (let failures = 0; !stopping.aborted;) {
    const began = clock.elapsed()
    const failure = await listen(parts, stopping)
    failures = clock.elapsed() - began > STEADY ? 1 : failures + 1
    await pause.sleep(waitBeforeListening(failure, failures, random()))
  }
}

/** One stream, from its opening to its end. */
async function listen({ api, ...parts }: PokeParts, stopping: AbortSignal): Promise<ApiFailure> {
  const { clock } = parts
  const ending = new AbortController()
  const signal = AbortSignal.any([stopping, ending.signal])
  const opened = await api.openPokes({ signal })
  if (!opened.ok) return opened
  let cancel = (): void => undefined
  const expectMore = (): void => {
    cancel()
    cancel = clock.after(SILENCE, () => ending.abort())
  }
  expectMore()
  const spread = createSpread(parts)
  try {
    return await readEvents(opened.value, { ...parts, expectMore, onPoked: spread.poke })
  } finally {
    cancel()
    // The next stream begins with a reading of the feed: pokes that wait are not needed.
    spread.stop()
    ending.abort()
    if (!stopping.aborted) parts.onLost()
  }
}

const pokeData = z.object({ spreadMs: z.number().nonnegative() })

/** The longest time that a kiosk is asked to wait before it reads, so that a fleet of thousands does not read at once. */
function spreadOf(data: string): number {
  try {
    return Math.min(pokeData.parse(JSON.parse(data)).spreadMs, LONGEST_SPREAD)
  } catch {
    return 0
  }
}

/** Delays each poke by a random part of its spread; pokes that come while one waits share its reading. */
function createSpread({ clock, random, onPoke }: Pick<PokeParts, 'clock' | 'random' | 'onPoke'>) {
  let waiting: { until: number; cancel: () => void } | null = null

  function poke(): void {
    stop()
    onPoke()
  }
  function stop(): void {
    waiting?.cancel()
    waiting = null
  }
  return {
    poke(data: string) {
      const wait = random() * spreadOf(data)
      if (wait === 0) return poke()
      const until = clock.elapsed() + wait
      if (waiting && waiting.until <= until) return
      stop()
      waiting = { until, cancel: clock.after(wait, poke) }
    },
    stop,
  }
}

type EventParts = Pick<PokeParts, 'onPoke' | 'onHeard'> & { expectMore: () => void; onPoked: (data: string) => void }

async function readEvents(stream: OpenStream, { onPoke, onHeard, expectMore, onPoked }: EventParts): Promise<ApiFailure> {
  let unsaid = 0
  const said = (): void => void (unsaid = 0)
  const parser = createParser({
    onComment: said,
    onEvent({ event, data }) {
      said()
      if (event === 'poke') onPoked(data)
    },
  })
  const decoder = new TextDecoder()
  // Changes made while there was no stream were not poked.
  onPoke()
  try {
    for await (const bytes of stream) {
      onHeard()
      expectMore()
      unsaid += bytes.length
      parser.feed(decoder.decode(bytes, { stream: true }))
      if (unsaid > MOST_UNSAID) return apiFailure('not-an-answer')
    }
    return apiFailure('unreachable')
  } catch (error) {
    return apiFailure(kindOf(error))
  }
}
