/** A line of the table that `npm run bench` prints. */
export interface BenchRow {
  work: string
  measured: string
  baseline: string
  /** What the budget judges: measured against baseline, as the budget says. */
  ratio: number
  budget: string
  met: boolean
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Whether this module is what Node was started with: a benchmark can be run alone. */
export const startedAlone = (moduleUrl: string): boolean => process.argv[1] !== undefined && moduleUrl === new URL(process.argv[1], 'file:').href

export function printRows(rows: readonly BenchRow[]): void {
  console.table(rows.map((row) => ({ ...row, ratio: Number(row.ratio.toPrecision(3)) })))
}

/** Judges a ratio by its budget, written as `≥ 0.9` or `≤ 2`. */
export function judged(row: Omit<BenchRow, 'met'>): BenchRow {
  const [sign, limit] = row.budget.split(' ')
  return { ...row, met: sign === '≥' ? row.ratio >= Number(limit) : row.ratio <= Number(limit) }
}

/** The value below which so much of the samples lies: `percentile(samples, 0.99)`. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const milliseconds = (value: number): string => `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`
