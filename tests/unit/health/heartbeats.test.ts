import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import type { HeartbeatAnswer } from '../../../electron/api/client.ts'
import type { ApiOutcome } from '../../../electron/api/outcome.ts'
import { startHeartbeats } from '../../../electron/health/heartbeats.ts'
import type { Heartbeat } from '../../../shared/utility-api/generated/types.gen.ts'
import { fakeClock } from '../../fakes/clock.ts'

const SECOND = 1000

const heartbeat: Heartbeat = { kioskId: 'k-7', version: '1', at: '2026-11-21T16:42:00Z', cursorAgeSeconds: null, outboxPending: 0, printers: [] }
const noted = (...directives: string[]): ApiOutcome<HeartbeatAnswer> => ({ ok: true, value: { directives } })

function setUp({ random = 0.5 } = {}) {
  const clock = fakeClock()
  const answers: (ApiOutcome<HeartbeatAnswer> | Promise<ApiOutcome<HeartbeatAnswer>>)[] = []
  const sentAt: number[] = []
  const delivered = vi.fn()
  const obey = vi.fn()
  const gather = vi.fn(() => Promise.resolve<{ heartbeat: Heartbeat; delivered: () => void } | null>({ heartbeat, delivered }))
  const start = clock.elapsed()
  const collect = () => {
    sentAt.push((clock.elapsed() - start) / SECOND)
    return gather()
  }
  const reportHeartbeat = vi.fn(async () => answers.shift() ?? noted())
  const heartbeats = startHeartbeats({ api: { reportHeartbeat }, clock, log: pino({ level: 'silent' }), collect, obey, random: () => random })
  /** Lets time pass second by second, and whatever is answered meanwhile be heard. */
  const pass = async (seconds: number) => {
    for (const step of [0, ...new Array<number>(seconds).fill(SECOND)]) {
      clock.advance(step)
      await new Promise(setImmediate)
    }
  }
  return { heartbeats, answers, sentAt, reportHeartbeat, delivered, obey, gather, pass }
}

test('nothing is said while the utility is away; the first heartbeat goes when it is there, then one a minute', async () => {
  const { heartbeats, sentAt, pass } = setUp()
  await pass(120)
  expect(sentAt).toEqual([])
  heartbeats.online(true)
  await pass(125)
  expect(sentAt).toEqual([120, 180, 240])
  heartbeats.online(false)
  await pass(300)
  expect(sentAt).toHaveLength(3)
})

test.each([
  [0, [0, 54]],
  [0.999, [0, 66]],
])('kiosks do not speak together: drawn %f', async (random, expected) => {
  const { heartbeats, sentAt, pass } = setUp({ random })
  heartbeats.online(true)
  await pass(70)
  expect(sentAt.map(Math.round)).toEqual(expected)
})

test('news go at once, but not more often than every ten seconds, and none is swallowed by a heartbeat under way', async () => {
  const { heartbeats, answers, sentAt, pass } = setUp()
  const slow = Promise.withResolvers<ApiOutcome<HeartbeatAnswer>>()
  heartbeats.online(true)
  await pass(30)
  answers.push(slow.promise)
  heartbeats.soon()
  await pass(1)
  heartbeats.soon()
  heartbeats.soon()
  await pass(20)
  expect(sentAt).toEqual([0, 30])
  slow.resolve(noted())
  await pass(1)
  heartbeats.soon()
  await pass(15)
  expect(sentAt).toEqual([0, 30, 51, 61])
})

test('the utility asks to be left alone, and is', async () => {
  const { heartbeats, answers, sentAt, delivered, pass } = setUp()
  answers.push({ ok: false, failure: 'busy', status: 503, retryAfterMs: 200 * SECOND })
  heartbeats.online(true)
  await pass(5)
  heartbeats.soon()
  heartbeats.online(false)
  heartbeats.online(true)
  await pass(190)
  expect(sentAt).toEqual([0])
  expect(delivered).not.toHaveBeenCalled()
  await pass(10)
  expect(sentAt).toEqual([0, 200])
  expect(delivered).toHaveBeenCalledOnce()
})

test('a heartbeat that is lost, or cannot be made, is not the last', async () => {
  const { heartbeats, answers, sentAt, reportHeartbeat, gather, obey, pass } = setUp()
  answers.push({ ok: false, failure: 'unreachable' }, { ok: false, failure: 'not-an-answer' })
  heartbeats.online(true)
  await pass(130)
  expect(sentAt).toEqual([0, 60, 120])
  gather.mockRejectedValueOnce(new Error('the disk'))
  answers.push(noted('resync', 'dance'))
  await pass(115)
  expect(sentAt).toEqual([0, 60, 120, 180, 240])
  expect(reportHeartbeat).toHaveBeenCalledTimes(4)
  expect(obey.mock.calls).toEqual([[[]], [['resync', 'dance']]])
})

test('while the utility has not said which kiosk this is, there is nothing to say, and soon another look', async () => {
  const { heartbeats, sentAt, reportHeartbeat, gather, pass } = setUp()
  gather.mockResolvedValueOnce(null)
  heartbeats.online(true)
  await pass(30)
  expect(sentAt).toEqual([0, 10])
  expect(reportHeartbeat).toHaveBeenCalledOnce()
})

test('stopped, nothing more is said or obeyed', async () => {
  const { heartbeats, answers, sentAt, obey, pass } = setUp()
  const slow = Promise.withResolvers<ApiOutcome<HeartbeatAnswer>>()
  answers.push(slow.promise)
  heartbeats.online(true)
  await pass(1)
  heartbeats.stop()
  slow.resolve(noted('restart'))
  heartbeats.soon()
  await pass(200)
  expect(sentAt).toEqual([0])
  expect(obey).not.toHaveBeenCalled()
})
