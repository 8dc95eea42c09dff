import type { AnswerOf, Channel, KioskBridge, RequestOf } from '../../shared/contract/index.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { failure, success } from '../../shared/result.ts'
import { sampleAnswers } from './kioskSamples.ts'

type Answer<C extends Channel> = AnswerOf<C> | Result<AnswerOf<C>> | ((request: RequestOf<C>) => Result<AnswerOf<C>> | Promise<Result<AnswerOf<C>>>)
export type Overrides = { [C in Channel]?: Answer<C> }

export interface FakeKiosk extends KioskBridge {
  /** Every call so far, in order. */
  readonly called: { channel: string; request: unknown }[]
  /** Sends an event to the page. */
  emit(name: string, payload: unknown): void
  /** From now on this channel answers with a problem; without one it works again. */
  fail(channel: Channel, problem?: Problem): void
  answer<C extends Channel>(channel: C, answer: Answer<C>): void
}

const isResult = (value: unknown): value is Result<unknown> => typeof value === 'object' && value !== null && 'ok' in value

/** A bridge with plausible answers, for component tests and early screenshots; it can be told to answer otherwise or to fail. */
export function fakeKiosk(overrides: Overrides = {}): FakeKiosk {
  const answers: Record<string, unknown> = { ...sampleAnswers, ...overrides }
  const failing = new Map<string, Problem>()
  const called: FakeKiosk['called'] = []
  let listener: (name: string, payload: unknown) => void = () => {}

  async function call(channel: string, request: unknown): Promise<unknown> {
    called.push({ channel, request })
    const problem = failing.get(channel)
    if (problem) return failure(problem)
    const answer = answers[channel]
    const value: unknown = typeof answer === 'function' ? await (answer as (request: unknown) => unknown)(request) : answer
    return isResult(value) ? value : success(structuredClone(value))
  }
  return {
    called,
    call,
    subscribe: (next) => {
      listener = next
    },
    emit: (name, payload) => listener(name, payload),
    fail: (channel, problem) => {
      if (problem) failing.set(channel, problem)
      else failing.delete(channel)
    },
    answer: (channel, answer) => {
      answers[channel] = answer
    },
  }
}
