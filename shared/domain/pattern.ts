import { RE2JS } from 're2js'

/** Far beyond any rule for a number: in characters, in repetitions asked for, and in steps of the compiled program. */
const LONGEST_PATTERN = 500
const MOST_REPETITIONS = 1_000
const LARGEST_PROGRAM = 2_000

/** A fleet has some dozens of zones. */
const MOST_REMEMBERED = 200
const remembered = new Map<string, RE2JS | null>()

/**
 * The utility's patterns run in an engine whose time is linear in the text: JavaScript's own can be made to hang by a pattern that
 * backtracks. What that engine does not know (lookaround, backreferences), what is no pattern and what is far too long is null.
 */
function compile(pattern: string): RE2JS | null {
  // Compiling takes time too: it writes repetitions out.
  if (pattern.length > LONGEST_PATTERN || repetitionsIn(pattern) > MOST_REPETITIONS) return null
  try {
    const compiled = RE2JS.compile(pattern)
    return compiled.programSize() > LARGEST_PROGRAM ? null : compiled
  } catch {
    return null
  }
}

const repetitionsIn = (pattern: string): number => (pattern.match(/\d+(?=,?\})/g) ?? []).reduce((sum, count) => sum + Number(count), 0)

function recall(pattern: string): RE2JS | null {
  const known = remembered.get(pattern)
  if (known !== undefined) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const compiled = compile(pattern)
  remembered.set(pattern, compiled)
  return compiled
}

/** Whether a pattern of the feed can be obeyed. */
export const isUsablePattern = (pattern: string): boolean => recall(pattern) !== null

/** Whether the pattern covers the whole text. One that cannot be obeyed is the utility's mistake: it must not shut its customers out. */
export const matchesPattern = (pattern: string, text: string): boolean => recall(pattern)?.matches(text) ?? true

/** What the named groups of a pattern hold where it covers the whole text; null where it does not, or cannot be obeyed. */
export function groupsOf(pattern: string, text: string): Partial<Record<string, string | null>> | null {
  const matcher = recall(pattern)?.matcher(text)
  return matcher?.matches() ? matcher.getNamedGroups() : null
}
