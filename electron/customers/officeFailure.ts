import { shorten } from '../bounds/shorten.ts'
import { apiFailure, type ApiFailure, type ApiFailureKind, type ApiOutcome, type Refusal } from '../api/outcome.ts'
import { problem, type Problem, type ProblemCode } from '../../shared/problems.ts'

const REASON_ROOM = { characters: 300, lines: 3 }

/** What the utility's own codes are here; what is not listed is told in the utility's words. */
const known: Partial<Record<string, ProblemCode>> = {
  'proof-refused': 'proof-refused',
  'wrong-code': 'wrong-code',
  'registration-expired': 'code-expired',
  'renewal-expired': 'code-expired',
  'weak-password': 'password-refused',
  'wrong-password': 'wrong-password',
}

/** What the person is told of a call to the utility's online office that gave nothing. A 401 is the caller's to understand. */
export function officeProblem({ failure, status, retryAfterMs, refusal }: ApiFailure): Problem {
  const wait = retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }
  if (status === 429) return { code: 'office-throttled', ...wait, retryAfterSeconds: wait.retryAfterSeconds ?? DEFAULT_WAIT }
  if (failure === 'unreachable' || failure === 'untrusted') return { code: 'office-offline' }
  if (failure === 'not-found') return { code: 'not-offered' }
  if (!refusal) return { code: status === 410 ? 'code-expired' : 'utility-busy', ...wait }
  const code = known[refusal.code] ?? (status === 410 ? 'code-expired' : 'office-refused')
  const isTold = code === 'office-refused' || code === 'password-refused'
  const reason = isTold ? shorten(reasonOf(refusal), REASON_ROOM) : ''
  const fields = isTold ? refusal.errors.flatMap(({ pointer }) => fieldAt(pointer)) : []
  return problem.parse({ code, ...(reason !== '' && { reason }), ...(fields.length > 0 && { fields }) })
}

const LOST: readonly ApiFailureKind[] = ['unreachable', 'broken', 'not-an-answer', 'too-large']
/** The utility may have done what was asked. */
export const isAnswerLost = (outcome: ApiOutcome<unknown>): boolean => !outcome.ok && LOST.includes(outcome.failure)

/** What was begun here a moment ago and is not found was begun at this utility: it is over, not something that the utility does not have. */
export const orGone = <T>(outcome: ApiOutcome<T>): ApiOutcome<T> =>
  !outcome.ok && outcome.failure === 'not-found' ? apiFailure('refused', { status: 410 }) : outcome

/** Where it says what is wrong, that; a pointer is nothing for people. */
const reasonOf = ({ detail, errors }: Refusal): string => errors.map((error) => error.detail).join(' ') || detail

/** `/userName` is the field of that name. */
const fieldAt = (pointer: string): NonNullable<Problem['fields']> => {
  const field = /^\/(\w+)$/u.exec(pointer)?.[1]
  return field === undefined ? [] : [{ field, problem: 'refused' }]
}

/** Seconds, where the utility says *later* and not when. */
const DEFAULT_WAIT = 30
