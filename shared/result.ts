import type { Problem } from './problems.ts'

/** What every call answers: a value, or a problem that the person can be told about. Bugs throw instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export const success = <T>(value: T): Result<T> => ({ ok: true, value })

export const failure = (problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem })
