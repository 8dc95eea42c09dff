/** One line of the table of budgets. */
export interface BenchRow {
  work: string
  /** Ours, with its unit. */
  measured: string
  /** The least code that does the same work on the same rows, with its unit. */
  baseline: string
  /** Measured over baseline; above or below 1 is better as the budget says. */
  ratio: number
  /** As `≥ 0.9` or `≤ 2`. */
  budget: string
  met: boolean
}

/** Judges a ratio by its budget. */
export function judged(row: Omit<BenchRow, 'met'>): BenchRow {
  const [sign, limit] = row.budget.split(' ')
  return { ...row, met: sign === '≥' ? row.ratio >= Number(limit) : row.ratio <= Number(limit) }
}

/** The value below which so much of the samples lies: `percentile(samples, 0.99)`. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

export const milliseconds = (value: number): string => `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`
