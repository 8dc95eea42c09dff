import type { z } from 'zod'
import { zProblem } from '../../shared/utility-api/generated/zod.gen.ts'
import type { Reply } from './exchange.ts'
import { apiFailure, type ApiFailure, type ApiOutcome } from './outcome.ts'
import { readRetryAfter } from './retryAfter.ts'

/** What an answer means by its status; `now` is for a `Retry-After` that is a date. */
export type Judge = (reply: Reply, now: number) => ApiOutcome<Reply>

/** A success is 200 and nothing else; every other status says what kind of failure it is. */
export function judgeStatus(reply: Reply, now: number): ApiOutcome<Reply> {
  const { status } = reply
  if (status === 200) return { ok: true, value: reply }
  if (status === 429 || status === 503) return { ...apiFailure('busy', { status }), ...retryAfter(reply, now) }
  if (status === 401) return apiFailure('unauthorized', { status })
  if (status === 404) return apiFailure('not-found', { status })
  if (status === 410 && problemType(reply) === 'urn:problem:cursor-expired') return apiFailure('expired', { status })
  if (status >= 500) return { ...apiFailure('broken', { status }), ...retryAfter(reply, now) }
  return apiFailure(status >= 400 ? 'refused' : 'not-an-answer', { status })
}

/** A body that says it is JSON, is JSON, and is what the contract says. */
export function readJson<T>(schema: z.ZodType<T>, reply: ApiOutcome<Reply>): ApiOutcome<T> {
  if (!reply.ok) return reply
  if (!/^application\/([a-z]+\+)?json$/.test(reply.value.contentType)) return apiFailure('not-an-answer')
  const parsed = schema.safeParse(parseJson(reply.value.body))
  return parsed.success ? { ok: true, value: parsed.data } : apiFailure('not-an-answer')
}

/** undefined, which no schema accepts, for what is not JSON in UTF-8. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

export function retryAfter(reply: Reply, now: number): Pick<ApiFailure, 'retryAfterMs'> {
  const retryAfterMs = readRetryAfter(reply.retryAfter, now)
  return retryAfterMs === undefined ? {} : { retryAfterMs }
}

function problemType(reply: Reply): string | undefined {
  const problem = readJson(zProblem, { ok: true, value: reply })
  return problem.ok ? problem.value.type : undefined
}
