import { describe, expect, it } from 'vitest'
import { apiFailure, type ApiOutcome } from '../../../electron/api/outcome.ts'
import type { OpenStream } from '../../../electron/api/stream.ts'
import { createPokes } from '../../../electron/sync/pokes.ts'
import { fakeClock } from '../../fakes/clock.ts'

const settle = () => new Promise((resolve) => setImmediate(resolve))

/** A stream that a test writes to; it breaks as undici's does when its signal aborts. */
function aStream(signal: AbortSignal) {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  signal.addEventListener('abort', () => void writer.abort(signal.reason).catch(() => undefined))
  return {
    stream: readable as OpenStream,
    async say(text: string) {
      void writer.write(new TextEncoder().encode(text)).catch(() => undefined)
      await settle()
    },
    async end() {
      void writer.close()
      await settle()
    },
  }
}

function setUp(refuse: () => ApiOutcome<OpenStream> | null = () => null, random = () => 0) {
  const clock = fakeClock()
  const counts = { pokes: 0, heard: 0, lost: 0, opened: 0 }
  const streams: (ReturnType<typeof aStream> & { signal: AbortSignal })[] = []
  const pokes = createPokes({
    clock,
    random,
    api: {
      openPokes: async ({ signal }) => {
        counts.opened += 1
        const refused = refuse()
        if (refused) return refused
        const stream = aStream(signal)
        streams.push({ ...stream, signal })
        return { ok: true, value: stream.stream }
      },
    },
    onPoke: () => (counts.pokes += 1),
    onHeard: () => (counts.heard += 1),
    onLost: () => (counts.lost += 1),
  })
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds)
    await settle()
  }
  return { pokes, counts, streams, pass }
}

async function started(all = setUp()) {
  all.pokes.start()
  await settle()
  return all
}

describe('pokes', () => {
  it('are told, one for each event of that name, and one for what came before there was a stream', async () => {
    const { streams, counts } = await started()
    expect(counts.pokes).toBe(1)
    await streams[0]?.say('event: poke\ndata: {}\n\nevent: poke\nda')
    expect(counts.pokes).toBe(2)
    await streams[0]?.say('ta: {}\n\n: still there\n\nevent: other\ndata: {}\n\n')
    expect(counts).toMatchObject({ pokes: 3, heard: 2, lost: 0 })
  })

  it('that ask to be spread wait a random part of it, and those that come meanwhile ask for no reading of their own', async () => {
    const { streams, counts, pass } = await started(
      setUp(
        () => null,
        () => 0.5,
      ),
    )
    const spread = (milliseconds: unknown) => streams[0]?.say(`event: poke\ndata: {"spreadMs":${JSON.stringify(milliseconds)}}\n\n`)
    await spread(20_000)
    await spread(30_000)
    await pass(9_999)
    expect(counts.pokes).toBe(1)
    await pass(1)
    expect(counts.pokes).toBe(2)
    await pass(20_000)
    expect(counts.pokes).toBe(2)
    for (const soon of [0, -5, 'x', null]) await spread(soon)
    expect(counts.pokes).toBe(6)
  })

  it('wait five minutes at most, and no more once the stream is gone or one came that must not wait', async () => {
    const { streams, counts, pass } = await started(
      setUp(
        () => null,
        () => 0.999,
      ),
    )
    await streams[0]?.say('event: poke\ndata: {"spreadMs":1e15}\n\n')
    for (let round = 0; round < 9; round++) {
      await pass(30_000)
      await streams[0]?.say(': still there\n\n')
    }
    expect(counts.pokes).toBe(1)
    await pass(30_000)
    expect(counts.pokes).toBe(2)
    await streams[0]?.say('event: poke\ndata: {"spreadMs":30000}\n\nevent: poke\ndata: {}\n\n')
    expect(counts.pokes).toBe(3)
    await streams[0]?.say('event: poke\ndata: {"spreadMs":30000}\n\n')
    await streams[0]?.end()
    await pass(2_000)
    expect(counts).toMatchObject({ opened: 2, pokes: 4 })
    await pass(35_000)
    expect(counts.pokes).toBe(4)
  })

  it('are listened to again after a second or so when the stream ends, and at most five while it cannot be had', async () => {
    let refusing = false
    const { streams, counts, pass } = await started(setUp(() => (refusing ? apiFailure('unreachable') : null)))
    refusing = true
    await streams[0]?.end()
    expect(counts).toMatchObject({ lost: 1, opened: 1 })
    for (let round = 0; round < 20; round++) await pass(5000)
    expect(counts.opened).toBe(21)
    refusing = false
    await pass(5000)
    expect(counts).toMatchObject({ lost: 1, pokes: 2 })
  })

  it('S27 a stream that keeps silent for 40 s is given up, one that comments is not', async () => {
    const { streams, counts, pass } = await started()
    for (let round = 0; round < 10; round++) {
      await pass(15_000)
      await streams[0]?.say(': still there\n\n')
    }
    await pass(39_999)
    expect(counts.lost).toBe(0)
    await pass(1)
    expect(counts.lost).toBe(1)
    expect(streams[0]?.signal.aborted).toBe(true)
    await pass(1000)
    expect(counts.opened).toBe(2)
  })

  it.each([
    ['a line', 'data: '],
    ['a line that is no field', '<'],
    ['an event', 'data: x\n'],
  ])('S27 %s without end is cut', async (_name, piece) => {
    const { streams, counts } = await started()
    const many = piece.repeat(Math.ceil(33_000 / piece.length))
    await streams[0]?.say(many)
    expect(counts.lost).toBe(0)
    await streams[0]?.say(many)
    expect(counts.lost).toBe(1)
    expect(streams[0]?.signal.aborted).toBe(true)
  })

  it('are asked for only now and then where there are none', async () => {
    const { counts, pass } = await started(setUp(() => apiFailure('not-found', { status: 404 })))
    await pass(7 * 60_000)
    expect(counts).toMatchObject({ opened: 1, pokes: 0, lost: 0 })
    await pass(60_000)
    expect(counts.opened).toBe(2)
  })

  it('are not listened to once stopped, and can be started again', async () => {
    const { pokes, streams, counts, pass } = await started()
    pokes.start()
    await settle()
    expect(counts.opened).toBe(1)
    pokes.stop()
    await pass(60_000)
    expect(streams[0]?.signal.aborted).toBe(true)
    expect(counts).toMatchObject({ opened: 1, lost: 0 })
    pokes.start()
    await settle()
    expect(counts.opened).toBe(2)
  })
})
