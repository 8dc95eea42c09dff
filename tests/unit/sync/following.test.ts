import { afterEach, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { apiFailure, type ApiOutcome } from '../../../electron/api/outcome.ts'
import type { ApiClient, Page } from '../../../electron/api/client.ts'
import { followFeed, type Following } from '../../../electron/sync/following.ts'
import type { WriteRequest } from '../../../electron/sync/messages.ts'
import type { ReadingFailure } from '../../../electron/sync/readPages.ts'
import { branch } from '../../fakes/utility.ts'
import { fakeClock } from '../../fakes/clock.ts'

const settle = () => new Promise((resolve) => setImmediate(resolve))

let following: Following | undefined
afterEach(() => following?.stop())

const lastPage: Page = { changes: [], cursor: '1', hasMore: false, serverTime: '2026-11-21T16:42:00Z' }

function setUp(answer: (signal: AbortSignal) => ApiOutcome<Page> | Promise<ApiOutcome<Page>>) {
  const clock = fakeClock()
  const written: WriteRequest['kind'][] = []
  const read: (ReadingFailure | null)[] = []
  let asked = 0
  const api: ApiClient = {
    getBranch: async () => ({ ok: true, value: { ...branch, serverTime: '2026-11-21T16:42:00Z' } }),
    listChanges: async (_from, { signal } = {}) => {
      asked += 1
      return answer(signal ?? new AbortController().signal)
    },
    close: async () => undefined,
  } as Partial<ApiClient> as ApiClient
  const writer = async ({ kind }: WriteRequest) => {
    written.push(kind)
    return { accepted: true, applied: 1, cursor: '1', staging: false, complete: true }
  }
  const feed = followFeed({
    api,
    writer,
    clock,
    random: () => 0,
    log: pino({ level: 'silent' }),
    onPage: () => undefined,
    onRead: (failure) => read.push(failure),
  })
  following = feed
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds)
    await settle()
  }
  return { feed, pass, read, written, asked: () => asked }
}

describe('following the feed', () => {
  it('reads every half minute, and at once when poked, but not more than five times a second', async () => {
    const { feed, pass, asked } = setUp(() => ({ ok: true, value: lastPage }))
    await settle()
    await pass(200)
    await pass(26_799)
    expect(asked()).toBe(1)
    await pass(1)
    expect(asked()).toBe(2)
    await pass(5000)
    for (let poke = 0; poke < 10; poke++) {
      feed.poke()
      await settle()
    }
    expect(asked()).toBe(3)
    await pass(199)
    expect(asked()).toBe(3)
    await pass(1)
    expect(asked()).toBe(4)
  })

  it('S25 waits as long as the utility asks, whoever pokes meanwhile', async () => {
    const outcomes: ApiOutcome<Page>[] = [apiFailure('busy', { status: 503, retryAfterMs: 120_000 }), { ok: true, value: lastPage }]
    const { feed, pass, asked, read } = setUp(() => outcomes.shift() ?? apiFailure('unreachable'))
    await settle()
    for (let minute = 0; minute < 12; minute++) {
      feed.poke()
      await pass(9_999)
    }
    expect(asked()).toBe(1)
    await pass(100)
    expect(asked()).toBe(2)
    expect(read).toEqual([expect.objectContaining({ failure: 'busy' }), null])
  })

  it('loads anew before the next reading when that is asked for, once', async () => {
    const { feed, pass, written } = setUp(() => ({ ok: true, value: lastPage }))
    await settle()
    expect(written).not.toContain('resync')
    feed.resync()
    feed.resync()
    await pass(200)
    await pass(27_000)
    expect(written.filter((kind) => kind === 'resync')).toHaveLength(1)
  })

  it('gives up what hangs when it is cut, and goes on', async () => {
    let hanging = true
    const { feed, pass, read, asked } = setUp(
      (signal) =>
        new Promise((resolve) => {
          if (!hanging) return resolve({ ok: true, value: lastPage })
          signal.addEventListener('abort', () => resolve(apiFailure('unreachable')))
        }),
    )
    await pass(600_000)
    expect(asked()).toBe(1)
    feed.cut()
    hanging = false
    await settle()
    feed.poke()
    await pass(1000)
    expect(read).toEqual([expect.objectContaining({ failure: 'unreachable' }), null])
  })

  it('ends promptly while it waits for an answer or for its next reading', async () => {
    const { feed } = setUp((signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(apiFailure('unreachable')))))
    await settle()
    feed.stop()
    await feed.ended
    const resting = setUp(() => ({ ok: true, value: lastPage }))
    await settle()
    resting.feed.stop()
    await resting.feed.ended
    expect(resting.asked()).toBe(1)
  })
})
