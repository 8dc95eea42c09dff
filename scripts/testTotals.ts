import { z } from 'zod'

export interface Total {
  passed: number
  failed: number
  skipped: number
}

export const noTests: Total = { passed: 0, failed: 0, skipped: 0 }

export const addTotals = (a: Total, b: Total): Total => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

export const describeTotal = ({ passed, failed, skipped }: Total): string => `${passed} passed, ${failed} failed, ${skipped} skipped`

const vitestReport = z.object({
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/** The total of vitest's JSON report. A file that could not even be collected is one failure. */
export function vitestTotal(report: unknown): Total {
  const files = vitestReport.parse(report).testResults
  const statuses = files.flatMap((file) => file.assertionResults.map(({ status }) => status))
  const broken = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
  const passed = statuses.filter((status) => status === 'passed').length
  const failed = statuses.filter((status) => status === 'failed').length
  return { passed, failed: failed + broken.length, skipped: statuses.length - passed - failed }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/** The total of Playwright's JSON report. A flaky test is a failure; so is an error outside any test. */
export function playwrightTotal(report: unknown): Total {
  const { stats, errors } = playwrightReport.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}
