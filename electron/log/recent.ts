import type { DestinationStream } from 'pino'

const MOST_LINES = 100
const LONGEST_LINE = 300

/** The newest warnings and errors of the log, for whoever looks after many kiosks from afar. */
export interface RecentLines {
  /** Where the log writes its lines of level `warn` and above. */
  destination: DestinationStream
  /** Oldest first: instant, level, message, and those of its fields that are codes or figures. */
  list(): string[]
}

/**
 * Keeps so many lines in memory. The log has redacted them already; beyond that only what cannot hold a person's data is taken over from a
 * line: our own message, and values that look like a code under names that we use for codes.
 */
export function createRecentLines(most = MOST_LINES): RecentLines {
  let lines: string[] = []
  return {
    destination: {
      write(line) {
        lines = [...lines, summarise(line)].slice(-most)
      },
    },
    list: () => [...lines],
  }
}

/** Fields whose values are words of ours. Any other may have been given by a person or by the utility. */
const CODES = ['worker', 'where', 'reason', 'failure', 'type', 'code', 'status', 'incidentId', 'count', 'failures', 'entity', 'directive']

function summarise(line: string): string {
  const { time, level, msg, ...fields } = JSON.parse(line) as Record<string, unknown>
  const found = fieldsOf(fields).flatMap(([name, value]) => (CODES.includes(name) && isCode(value) ? [`${name}=${value}`] : []))
  return [time, level, msg, ...found].join(' ').slice(0, LONGEST_LINE)
}

/** An error and an outcome of the API are fields that have fields. */
const fieldsOf = (fields: object): [string, unknown][] =>
  Object.entries(fields).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [[name, value]],
  )

const isCode = (value: unknown): value is string | number => typeof value === 'number' || (typeof value === 'string' && /^[a-zA-Z_][\w-]{0,39}$/.test(value))
