import type { ApiClient } from '../api/client.ts'
import type { ApiOutcome } from '../api/outcome.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { followFeed, type Following } from './following.ts'
import { ANSWER_WITHIN, createLink, type Link } from './link.ts'
import type { ReadingFailure } from './readPages.ts'
import { createPokes, type Pokes } from './pokes.ts'
import type { Writer } from './reading.ts'

interface KeepingParts {
  /** Makes the client; `onHeard` is to be called whenever something of a good answer arrives. */
  openApi: (onHeard: () => void) => ApiClient
  writer: Writer
  clock: Clock
  /** In [0, 1). */
  random: () => number
  log: Log
  /** Called with whether the utility can be reached, each time that this changes. */
  onOnline: (online: boolean) => void
}

export type Keeping = Pick<Following, 'poke' | 'resync' | 'ended'> & { stop(): void }

/** Keeps the cache in step: follows the feed, listens to pokes, watches the link. */
export function keepInStep({ openApi, onOnline, ...parts }: KeepingParts): Keeping {
  const { clock, random, log } = parts
  const online = createOnline(onOnline)
  const api = openApi(() => link.heard())
  const link: Link = createLink({ clock, random, ask, onChange })
  const pokes: Pokes = createPokes({ api, clock, random, onPoke: () => feed.poke(), onHeard: () => link.heard(), onLost: () => link.doubt() })
  const feed: Following = followFeed({ ...parts, api, onPage, onRead })

  async function ask(): Promise<ApiOutcome<unknown>> {
    const outcome = await api.getBranch({ signal: AbortSignal.timeout(ANSWER_WITHIN) })
    // Calls that began in the outage may hang in connections that are dead.
    if (outcome.ok && link.up() === false) feed.cut()
    if (outcome.ok && !link.up()) feed.poke()
    return outcome
  }

  function onChange(up: boolean, failure?: string): void {
    if (up) log.info('utility reachable')
    else log.warn({ failure }, 'utility unreachable')
    online.set({ up })
    if (up) return pokes.start()
    pokes.stop()
    feed.cut()
  }

  function onPage(): void {
    link.answered()
    online.set({ readable: true })
  }

  function onRead(failure: ReadingFailure | null, failures: number): void {
    if (failure?.failure === 'unreachable') link.doubt()
    online.set({ readable: saysOfFeed(failure, failures) })
  }

  function stop(): void {
    link.stop()
    pokes.stop()
    feed.stop()
  }

  return { poke: feed.poke, resync: feed.resync, stop, ended: feed.ended.then(() => api.close()) }
}

/**
 * *Online* means that the link is up and that the last reading of the feed was answered as the contract says: a utility that is busy, broken or
 * behind a captive portal does not count as online.
 */
function createOnline(onOnline: (online: boolean) => void) {
  let known = { up: false, readable: true }
  return {
    set(news: { up?: boolean; readable?: boolean | undefined }): void {
      const before = known.up && known.readable
      known = { up: news.up ?? known.up, readable: news.readable ?? known.readable }
      const now = known.up && known.readable
      if (now !== before) onOnline(now)
    },
  }
}

/** Whether the feed can be read; undefined when the result of this reading says nothing of it. */
function saysOfFeed(failure: ReadingFailure | null, failures: number): boolean | undefined {
  if (failure === null) return true
  // The cache could not be written, which says nothing of the utility.
  if (failure.failure === 'not-written') return undefined
  // After one broken connection the link decides; when readings break repeatedly, the feed cannot be read.
  return failure.failure === 'unreachable' && failures < 2 ? undefined : false
}
