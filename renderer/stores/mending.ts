import type { Problem } from '../../shared/problems.ts'

/** What is still wrong once some fields have been changed: their messages go at once, those of the others stay. */
export function withoutFields(problem: Problem | null, changed: readonly string[]): Problem | null {
  if (!problem?.fields) return problem
  const fields = problem.fields.filter(({ field }) => !changed.includes(field))
  return fields.length > 0 ? { ...problem, fields } : null
}
