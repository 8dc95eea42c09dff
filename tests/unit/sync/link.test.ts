import { describe, expect, it } from 'vitest'
import { apiFailure, type ApiOutcome } from '../../../electron/api/outcome.ts'
import { createLink } from '../../../electron/sync/link.ts'
import { fakeClock } from '../../fakes/clock.ts'

/** Lets everything happen that only waits for promises. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

function setUp() {
  const clock = fakeClock()
  const questions: { at: number; answer: (outcome: ApiOutcome<unknown>) => Promise<void> }[] = []
  const changes: [boolean, string?][] = []
  const started = clock.elapsed()
  const link = createLink({
    clock,
    random: () => 0,
    ask: () =>
      new Promise((resolve) => {
        const answer = async (outcome: ApiOutcome<unknown>) => {
          resolve(outcome)
          await settle()
        }
        questions.push({ at: clock.elapsed() - started, answer })
      }),
    onChange: (up, failure) => changes.push(failure ? [up, failure] : [up]),
  })
  const ok: ApiOutcome<unknown> = { ok: true, value: null }
  return { clock, questions, changes, link, ok }
}

const askedAt = ({ questions }: ReturnType<typeof setUp>) => questions.map(({ at }) => at)

describe('the link to the utility', () => {
  it('is unknown at first, and asked for after four seconds of silence', async () => {
    const { clock, questions, changes, link, ok } = setUp()
    expect(link.up()).toBeNull()
    clock.advance(3999)
    expect(questions).toHaveLength(0)
    clock.advance(1)
    await questions[0]?.answer(ok)
    expect(changes).toEqual([[true]])
  })

  it('is not asked for while anything is heard, and is four seconds after', async () => {
    const all = setUp()
    const { clock, questions, changes, link } = all
    link.answered()
    for (let second = 0; second < 60; second++) {
      clock.advance(1000)
      link.heard()
    }
    expect(questions).toHaveLength(0)
    clock.advance(4000)
    expect(askedAt(all)).toEqual([64_000])
    await questions[0]?.answer(apiFailure('unreachable'))
    expect(changes).toEqual([[true], [false, 'unreachable']])
  })

  it('is asked for at most once in four seconds, up or down, and never twice at once', async () => {
    const all = setUp()
    const { clock, questions, ok } = all
    clock.advance(4000)
    clock.advance(60_000)
    expect(questions).toHaveLength(1)
    await questions[0]?.answer(apiFailure('unreachable'))
    for (const outcome of [apiFailure('unreachable'), apiFailure('not-an-answer'), ok, ok]) {
      clock.advance(4000)
      await questions.at(-1)?.answer(outcome)
    }
    expect(askedAt(all)).toEqual([4000, 64_000, 68_000, 72_000, 80_000])
  })

  it('is raised by a good answer only, not by bytes that come late', async () => {
    const { clock, questions, changes, link } = setUp()
    clock.advance(4000)
    await questions[0]?.answer(apiFailure('busy'))
    link.heard()
    expect(changes).toEqual([[false, 'busy']])
    link.answered()
    expect(changes).toEqual([[false, 'busy'], [true]])
  })

  it('stands though a question is lost, where something else came meanwhile', async () => {
    const { clock, questions, changes, link } = setUp()
    link.answered()
    clock.advance(4000)
    clock.advance(1000)
    link.heard()
    await questions[0]?.answer(apiFailure('unreachable'))
    expect(changes).toEqual([[true]])
  })

  it('is asked for at once when something broke, but for the four seconds', async () => {
    const all = setUp()
    const { clock, questions, link, ok } = all
    clock.advance(4000)
    await questions[0]?.answer(ok)
    clock.advance(1000)
    link.doubt()
    clock.advance(2999)
    expect(questions).toHaveLength(1)
    clock.advance(1)
    await questions[1]?.answer(ok)
    link.answered()
    clock.advance(3000)
    link.heard()
    clock.advance(2000)
    link.doubt()
    clock.advance(0)
    expect(askedAt(all)).toEqual([4000, 8000, 13_000])
  })

  it('S25 is not asked for before a Retry-After is over', async () => {
    const all = setUp()
    const { clock, questions, ok } = all
    clock.advance(4000)
    await questions[0]?.answer(apiFailure('busy', { retryAfterMs: 60_000 }))
    clock.advance(59_999)
    expect(questions).toHaveLength(1)
    clock.advance(1)
    await questions[1]?.answer(ok)
    expect(askedAt(all)).toEqual([4000, 64_000])
  })

  it('is asked for less often where our credentials are refused', async () => {
    const all = setUp()
    const { clock, questions, changes } = all
    clock.advance(4000)
    await questions[0]?.answer(apiFailure('unauthorized', { status: 401 }))
    clock.advance(29_999)
    expect(changes).toEqual([[false, 'unauthorized']])
    expect(questions).toHaveLength(1)
    clock.advance(1)
    expect(questions).toHaveLength(2)
  })

  it('tells nothing and asks nothing once it is stopped', async () => {
    const { clock, questions, changes, link, ok } = setUp()
    clock.advance(4000)
    link.stop()
    await questions[0]?.answer(ok)
    clock.advance(60_000)
    expect(questions).toHaveLength(1)
    expect(changes).toEqual([])
  })
})
